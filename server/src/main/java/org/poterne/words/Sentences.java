package org.poterne.words;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The product's sentences, from {@code messages/<module>_<language>.properties}. A language is read when it is first spoken:
 * a start waits for none that nobody asks for.
 *
 * <p>Patterns are ICU message patterns with named arguments: plural and gender follow each language's rules (CLDR).
 */
@Component
public final class Sentences {

    private final SortedMap<Locale, List<Resource>> files;
    private final Map<Locale, Map<String, String>> byLanguage = new ConcurrentHashMap<>();

    public Sentences() {
        this.files = find();
    }

    /** The shipped languages. */
    public Set<Locale> languages() {
        return files.keySet();
    }

    public boolean knows(String key) {
        return languages().stream().anyMatch(language -> of(language).containsKey(key));
    }

    /**
     * What would go wrong on the page if a tenant said {@code key} its own way; nothing when it can.
     *
     * @param sentence a pattern, with no other variables than the product's sentence has
     */
    public Optional<String> trouble(Locale language, String key, String sentence) {
        var product = of(language).get(key);
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
        if (!files.containsKey(language)) {
            throw new IllegalArgumentException("not a shipped language: " + language);
        }
        return new Words(language, of(language), own);
    }

    private Map<String, String> of(Locale language) {
        return byLanguage.computeIfAbsent(language, spoken -> read(files.getOrDefault(spoken, List.of())));
    }

    private static SortedMap<Locale, List<Resource>> find() {
        var all = new TreeMap<Locale, List<Resource>>(Comparator.comparing(Locale::toString));
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                all.computeIfAbsent(languageOf(file), _ -> new ArrayList<>()).add(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the message files cannot be found", e);
        }
        return Collections.unmodifiableSortedMap(all);
    }

    private static Locale languageOf(Resource file) {
        var name = file.getFilename();
        if (name == null) {
            throw new IllegalStateException("a message file without a name: " + file);
        }
        return Locale.forLanguageTag(name.substring(name.lastIndexOf('_') + 1, name.lastIndexOf('.')));
    }

    private static Map<String, String> read(List<Resource> files) {
        var sentences = new HashMap<String, String>();
        for (var file : files) {
            var properties = new Properties();
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot be read: " + file, e);
            }
            properties.stringPropertyNames().forEach(key -> sentences.put(key, properties.getProperty(key)));
        }
        return sentences;
    }
}
