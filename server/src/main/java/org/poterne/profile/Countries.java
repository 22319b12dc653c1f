package org.poterne.profile;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every country (ISO 3166-1, and Kosovo, which has no code there yet), named and ordered as a language does (CLDR). */
final class Countries {

    private static final Set<String> CODES = Stream.concat(Arrays.stream(Locale.getISOCountries()), Stream.of("XK"))
            .collect(Collectors.toUnmodifiableSet());

    /** In which a file may name them; a name that two countries share is the first one's. */
    private static final List<Locale> LANGUAGES = Stream.of("fr", "en", "de", "es", "it", "pt", "nl", "ar")
            .map(Locale::forLanguageTag)
            .toList();

    private static final Map<Locale, List<FormOption>> BY_LANGUAGE = new ConcurrentHashMap<>();

    private Countries() {}

    static boolean isCode(String text) {
        return CODES.contains(text);
    }

    /** All of them, in the order of the language. */
    static List<FormOption> in(Locale language) {
        return BY_LANGUAGE.computeIfAbsent(language, Countries::named);
    }

    static String name(String code, Locale language) {
        return LocaleDisplayNames.getInstance(ULocale.forLocale(language), lengthOf(code))
                .regionDisplayName(code);
    }

    /** Nobody looks for Hong Kong or Macao under the letter of their long names. */
    private static DisplayContext lengthOf(String code) {
        return code.equals("HK") || code.equals("MO") ? DisplayContext.LENGTH_SHORT : DisplayContext.LENGTH_FULL;
    }

    /** By its code, or by its name in one of the shipped languages, loosely written. */
    static Optional<String> find(String text) {
        var code = text.strip().toUpperCase(Locale.ROOT);
        return isCode(code) ? Optional.of(code) : Optional.ofNullable(ByName.CODES.get(LooseForm.of(text)));
    }

    /** Made when a file is first read, and kept: a file may have a million rows. */
    private static final class ByName {

        private static final Map<String, String> CODES = byName();

        private static Map<String, String> byName() {
            var codes = new HashMap<String, String>();
            for (var language : LANGUAGES) {
                in(language).forEach(country -> codes.putIfAbsent(LooseForm.of(country.label()), country.value()));
            }
            return codes;
        }
    }

    private static List<FormOption> named(Locale language) {
        var order = Collator.getInstance(ULocale.forLocale(language));
        return CODES.stream()
                .map(code -> new FormOption(code, name(code, language)))
                .sorted(Comparator.comparing(FormOption::label, order))
                .toList();
    }
}
