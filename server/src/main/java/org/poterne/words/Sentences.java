package org.poterne.words;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The product's sentences, read once from {@code messages/<module>_<language>.properties}.
 *
 * <p>Patterns are ICU message patterns with named arguments: plural and gender follow each language's rules (CLDR).
 */
@Component
public final class Sentences {

    private final Map<Locale, Map<String, String>> byLanguage;

    public Sentences() {
        this(read());
    }

    private Sentences(Map<Locale, Map<String, String>> byLanguage) {
        this.byLanguage = byLanguage;
    }

    /** The shipped languages. */
    public Set<Locale> languages() {
        return byLanguage.keySet();
    }

    public boolean knows(String key) {
        return byLanguage.values().stream().anyMatch(sentences -> sentences.containsKey(key));
    }

    /**
     * What would go wrong on the page if a tenant said {@code key} its own way; nothing when it can.
     *
     * @param sentence a pattern, with no other variables than the product's sentence has
     */
    public Optional<String> trouble(Locale language, String key, String sentence) {
        var product = byLanguage.getOrDefault(language, Map.of()).get(key);
        if (product == null) {
            return Optional.of("is not a message key.");
        }
        try {
            var unknown = variables(language, sentence);
            unknown.removeAll(variables(language, product));
            return unknown.isEmpty()
                    ? Optional.empty()
                    : Optional.of("holds the unknown variable {" + unknown.first() + "}.");
        } catch (IllegalArgumentException _) {
            return Optional.of("is not a message pattern: a brace or a plural is not closed.");
        }
    }

    /**
     * By the pattern alone, without the formats of its numbers and dates, which load the language's rules: every start asks
     * this of every wording of every tenant.
     */
    private static NavigableSet<String> variables(Locale language, String sentence) {
        var pattern = new MessagePattern(sentence);
        var variables = new TreeSet<String>();
        for (var number = 0; number < pattern.countParts(); number++) {
            var part = pattern.getPart(number);
            switch (part.getType()) {
                case ARG_NAME, ARG_NUMBER -> variables.add(pattern.getSubstring(part));
                case ARG_TYPE -> new MessageFormat(sentence, language); // whether there is such a format
                default -> {}
            }
        }
        return variables;
    }

    /** The product's own words in {@code language}, which must be a shipped one. */
    public Words in(Locale language) {
        return in(language, Map.of());
    }

    /** The words of one tenant: its own wording where it has one, the product's elsewhere. */
    public Words in(Locale language, Map<String, String> own) {
        var product = byLanguage.get(language);
        if (product == null) {
            throw new IllegalArgumentException("not a shipped language: " + language);
        }
        return new Words(language, product, own);
    }

    private static Map<Locale, Map<String, String>> read() {
        var all =
                new TreeMap<Locale, Map<String, String>>((a, b) -> a.toString().compareTo(b.toString()));
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                all.computeIfAbsent(languageOf(file), _ -> new HashMap<>()).putAll(sentencesOf(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the message files cannot be read", e);
        }
        return all;
    }

    private static Locale languageOf(Resource file) {
        var name = file.getFilename();
        if (name == null) {
            throw new IllegalStateException("a message file without a name: " + file);
        }
        return Locale.forLanguageTag(name.substring(name.lastIndexOf('_') + 1, name.lastIndexOf('.')));
    }

    private static Map<String, String> sentencesOf(Resource file) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        var sentences = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(key -> sentences.put(key, properties.getProperty(key)));
        return sentences;
    }
}
