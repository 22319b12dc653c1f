package org.poterne.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sentence of each language, read by a machine: what breaks, what is half, what is another language's. */
class EverySentenceTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    /** The same word in two languages: names, loan words, and signs alone. */
    private static final Pattern SHARED = Pattern.compile("([\\p{L}’()-]{1,14})?[^\\p{L}]*(\\{\\w+}[^\\p{L}]*)*");

    /** Before these French writes a space that does not break. */
    private static final Pattern TIGHT =
            Pattern.compile("[\\p{L}\\p{N})}] ?[;:!?»]|[^\u00a0\u202f][;»]|[^\u202f][!?]|«[^\u00a0\u202f]");

    @ParameterizedTest
    @MethodSource("languages")
    void everySentenceIsAPatternThatEveryValueFits(String language) throws IOException {
        for (var sentence : sentences(language).entrySet()) {
            var format = new MessageFormat(sentence.getValue(), Locale.forLanguageTag(language));
            for (var number : List.of(0, 1, 2, 3, 11, 100)) {
                var values = new HashMap<String, Object>();
                var plural = plurals(sentence.getValue());
                format.getArgumentNames().forEach(name -> values.put(name, plural.contains(name) ? number : "Ωmega"));
                assertThat(format.format(values))
                        .as(sentence.getKey() + " in " + language)
                        .doesNotContain("{", "}", "#", "  ");
            }
        }
    }

    /** Arabic has six, and a sentence that lacks one is wrong for thousands of numbers. */
    @ParameterizedTest
    @MethodSource("languages")
    void everyPluralHasTheFormsOfItsLanguage(String language) throws IOException {
        var rules = PluralRules.forLocale(Locale.forLanguageTag(language));
        var needed = new ArrayList<>(rules.getKeywords());
        needed.remove("many"); // of millions, in the Romance languages: no number here grows so large
        if (language.equals("ar")) {
            needed.add("many");
        }
        for (var sentence : sentences(language).entrySet()) {
            for (var plural : pluralForms(sentence.getValue())) {
                assertThat(plural).as(sentence.getKey() + " in " + language).containsAll(needed);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noSentenceIsLeftInAnotherLanguage(String language) throws IOException {
        var own = sentences(language);
        for (var other : languages().filter(tag -> !tag.equals(language)).toList()) {
            var theirs = sentences(other);
            own.forEach((key, sentence) -> {
                if (!SHARED.matcher(sentence).matches()) {
                    assertThat(sentence)
                            .as(key + " in " + language + " and " + other)
                            .isNotEqualTo(theirs.get(key));
                }
            });
        }
    }

    /** A straight apostrophe opens a quotation in an ICU pattern, and straight quotation marks are nobody's. */
    @ParameterizedTest
    @MethodSource("languages")
    void apostrophesAndQuotationMarksAreThoseOfPrint(String language) throws IOException {
        sentences(language)
                .forEach((key, sentence) ->
                        assertThat(sentence).as(key + " in " + language).doesNotContain("'", "\"", "..."));
    }

    @Test
    void frenchKeepsItsSpacesBeforeTallMarks() throws IOException {
        sentences("fr").forEach((key, sentence) -> {
            var spoken = sentence.replaceAll("\\{\\w+, plural.*", "").replaceAll("https?://\\S+", "");
            assertThat(TIGHT.matcher(spoken).find()).as(key + ": " + sentence).isFalse();
        });
    }

    @Test
    void otherLanguagesWriteNoSpaceBeforeTallMarks() throws IOException {
        for (var language : languages().filter(tag -> !tag.equals("fr")).toList()) {
            sentences(language)
                    .forEach((key, sentence) -> assertThat(sentence)
                            .as(key + " in " + language)
                            .doesNotContainPattern("[\\s\u00a0\u202f][;:!?؟،؛]"));
        }
    }

    @Test
    void arabicIsWrittenInArabic() throws IOException {
        sentences("ar").forEach((key, sentence) -> {
            if (!SHARED.matcher(sentence).matches()) {
                assertThat(sentence).as(key).containsPattern("\\p{IsArabic}");
            }
        });
    }

    @Test
    void aNumberHasTheDigitsOfEveryKeyboardInEveryLanguage() {
        var sentences = new Sentences();
        languages()
                .forEach(language -> assertThat(
                                sentences.in(Locale.forLanguageTag(language)).say("throttle.too-many", "minutes", 25))
                        .as(language)
                        .contains("25"));
    }

    @Test
    void aBrokenPatternIsABrokenBuild() {
        assertThatCode(() -> new MessageFormat("{n, plural, one{x}", Locale.FRENCH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Set<String> plurals(String sentence) {
        var pattern = new MessagePattern(sentence);
        var names = new HashSet<String>();
        for (var at = 0; at < pattern.countParts(); at++) {
            var part = pattern.getPart(at);
            if (part.getType() == MessagePattern.Part.Type.ARG_START
                    && part.getArgType() == MessagePattern.ArgType.PLURAL) {
                names.add(pattern.getSubstring(pattern.getPart(at + 1)));
            }
        }
        return names;
    }

    private static List<Set<String>> pluralForms(String sentence) {
        var pattern = new MessagePattern(sentence);
        var all = new ArrayList<Set<String>>();
        for (var at = 0; at < pattern.countParts(); at++) {
            var part = pattern.getPart(at);
            if (part.getType() == MessagePattern.Part.Type.ARG_START
                    && part.getArgType() == MessagePattern.ArgType.PLURAL) {
                var end = pattern.getLimitPartIndex(at);
                var forms = new HashSet<String>();
                for (var inner = at; inner < end; inner++) {
                    if (pattern.getPart(inner).getType() == MessagePattern.Part.Type.ARG_SELECTOR) {
                        forms.add(pattern.getSubstring(pattern.getPart(inner)));
                    }
                }
                all.add(forms);
            }
        }
        return all;
    }

    static Stream<String> languages() {
        return new Sentences().languages().stream().map(Locale::toLanguageTag);
    }

    /** Key and sentence of every module; the ones that the product leaves to tenants are empty. */
    private static Map<String, String> sentences(String language) throws IOException {
        var all = new TreeMap<String, String>();
        try (var files = Files.list(MESSAGES)) {
            for (var file : files.filter(file -> file.toString().endsWith("_" + language + ".properties"))
                    .toList()) {
                var properties = new Properties();
                try (var reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                }
                properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
            }
        }
        all.values().removeIf(String::isEmpty);
        return all;
    }
}
