package org.poterne.words;

import com.ibm.icu.text.ListFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The words of one tenant in one language. A missing sentence is a fault of the build, never an empty page. */
public final class Words {

    /** A request makes several of these; the locale of its numbers is made once a language. */
    private static final Map<Locale, Locale> NUMBERED = new ConcurrentHashMap<>();

    private final Locale language;
    private final Locale numbered;
    private final Map<String, String> product;
    private final Map<String, String> own;

    Words(Locale language, Map<String, String> product, Map<String, String> own) {
        this.language = language;
        this.numbered = NUMBERED.computeIfAbsent(language, Words::withDigitsOfKeyboards);
        this.product = product;
        this.own = own;
    }

    public Locale language() {
        return language;
    }

    /** Whether there is a sentence: the product leaves some for tenants alone to say. */
    public boolean knows(String key) {
        return !own.getOrDefault(key, product.getOrDefault(key, "")).isEmpty();
    }

    /** @throws IllegalArgumentException for a key without a sentence */
    public String say(String key) {
        return say(key, Map.of());
    }

    /** {@code say("recovery.letter.greeting", "name", "Camille")}: names and values in turn. */
    public String say(String key, Object... namesAndValues) {
        var values = new HashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return say(key, values);
    }

    public String say(String key, Map<String, ?> values) {
        var pattern = pattern(key);
        return pattern.indexOf('{') < 0 ? pattern : Sentence.of(pattern).say(numbered, values);
    }

    /** Joined as the language does: {@code a, b et c}. */
    public String list(Collection<String> items) {
        return ListFormatter.getInstance(language, ListFormatter.Type.AND, ListFormatter.Width.WIDE)
                .format(items);
    }

    /** People compare a number with what their mail shows, and type it: its digits are the ones of every keyboard. */
    private static Locale withDigitsOfKeyboards(Locale language) {
        return new Locale.Builder()
                .setLocale(language)
                .setUnicodeLocaleKeyword("nu", "latn")
                .build();
    }

    private String pattern(String key) {
        var pattern = own.getOrDefault(key, product.getOrDefault(key, ""));
        if (pattern.isEmpty()) {
            throw new IllegalArgumentException("no sentence for '" + key + "' in " + language);
        }
        return pattern;
    }
}
