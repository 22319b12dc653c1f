package org.poterne;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.poterne.password.PasswordRule;
import org.springframework.util.StringUtils;

/** One word in every drawer: Java package, SQL folder, templates, messages, docs page. */
class DrawersTests {

    private static final Path JAVA = Path.of("src/main/java/org/poterne");
    private static final Path SQL = Path.of("src/main/resources/db/migration");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path DOCS = Path.of("../docs");
    private static final Path TESTS = Path.of("src/test/java/org/poterne");

    private static final Pattern SAID = Pattern.compile("say\\(\\s*\"([a-z][a-z.-]+)\"");

    @Test
    void everyModuleHasItsDocsPageAndItsTests() throws IOException {
        for (var module : modules()) {
            assertThat(DOCS.resolve(module + ".md"))
                    .as("the docs page of " + module)
                    .exists();
            assertThat(TESTS.resolve(module)).as("the tests of " + module).isDirectory();
        }
    }

    @Test
    void everyDrawerBelongsToAModule() throws IOException {
        assertThat(modules()).containsAll(folders(SQL)).containsAll(folders(TEMPLATES));
        assertThat(modules()).containsAll(messages().keySet());
    }

    @Test
    void aModuleWithSqlHasItsMigrationsAndOneWithPagesItsTemplates() throws IOException {
        for (var module : modules()) {
            var code = code(JAVA.resolve(module));
            if (code.contains("create table") || code.contains(".sql(\"\"\"")) {
                assertThat(SQL.resolve(module)).as("the tables of " + module).isDirectory();
            }
            if (code.contains("@Controller")) {
                assertThat(TEMPLATES.resolve(module))
                        .as("the templates of " + module)
                        .isDirectory();
            }
        }
    }

    @Test
    void allLanguagesHaveTheSameKeysWithTheSameVariables() throws IOException {
        messages().forEach((module, byLanguage) -> {
            var reference = byLanguage.get("fr");
            assertThat(byLanguage.keySet()).as("the languages of " + module).isEqualTo(languages());
            byLanguage.forEach((language, sentences) -> {
                assertThat(sentences.keySet()).as(module + " in " + language).isEqualTo(reference.keySet());
                sentences.forEach((key, sentence) -> assertThat(variables(sentence))
                        .as(key + " in " + language)
                        .isEqualTo(variables(reference.get(key))));
            });
        });
    }

    /** The second of two silently takes the first one's place. */
    @Test
    void noKeyIsWrittenTwice() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            for (var file : files.toList()) {
                assertThat(Files.readAllLines(file).stream()
                                .filter(line -> line.contains("="))
                                .map(line ->
                                        line.substring(0, line.indexOf('=')).strip()))
                        .as(file.toString())
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void everyKeySaidHasASentenceAndEverySentenceIsSaid() throws IOException {
        var written = new TreeSet<String>();
        messages()
                .values()
                .forEach(byLanguage -> written.addAll(byLanguage.get("fr").keySet()));
        var all = code(JAVA) + code(TEMPLATES);
        var said = SAID.matcher(all)
                .results()
                .map(match -> match.group(1))
                .filter(key -> !key.endsWith("."))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(written).containsAll(said);
        var unsaid = written.stream()
                .filter(key -> !all.contains("\"" + key + "\""))
                .filter(key -> !isComposed(key, all))
                .toList();
        assertThat(unsaid).as("sentences that nobody says").isEmpty();
    }

    @Test
    void everyRefusalHasItsWords() throws IOException {
        var french = messages().get("password").get("fr");
        for (var rule : PasswordRule.class.getPermittedSubclasses()) {
            var reason = StringUtils.uncapitalize(rule.getSimpleName())
                    .replaceAll("([A-Z])", "-$1")
                    .toLowerCase(Locale.ROOT);
            assertThat(french).containsKeys("password.rule." + reason, "password.refused." + reason);
        }
    }

    /** Keys put together from a stable part and a reason: {@code say("password.rule." + rule.reason())}; notices come by name. */
    private static boolean isComposed(String key, String code) {
        var stem = key;
        while (stem.contains(".")) {
            stem = stem.substring(0, stem.lastIndexOf('.'));
            if (code.contains("\"" + stem + ".\"")) {
                return true;
            }
        }
        if (code.contains("\"" + key.substring(key.indexOf('.')) + "\"")) {
            return true; // behind a module's name: say(factor.name() + ".factor.label")
        }
        var notice = key.split("\\.notice\\.", 2);
        return notice.length == 2 && code.contains("notice=" + notice[0] + "." + notice[1]);
    }

    private static Set<String> variables(String sentence) {
        return new MessageFormat(sentence, Locale.ROOT).getArgumentNames();
    }

    private static Set<String> languages() {
        return Set.of("fr", "en", "de", "es", "it", "pt", "nl", "ar");
    }

    private static List<String> modules() throws IOException {
        return folders(JAVA);
    }

    private static List<String> folders(Path parent) throws IOException {
        try (var entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** Module, then language, then key. */
    private static Map<String, Map<String, Map<String, String>>> messages() throws IOException {
        var all = new TreeMap<String, Map<String, Map<String, String>>>();
        try (var files = Files.list(MESSAGES)) {
            for (var file : files.toList()) {
                var name =
                        file.getFileName().toString().replace(".properties", "").split("_", 2);
                all.computeIfAbsent(name[0], _ -> new TreeMap<>()).put(name[1], sentences(file));
            }
        }
        return all;
    }

    private static Map<String, String> sentences(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        var sentences = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(key -> sentences.put(key, properties.getProperty(key)));
        return sentences;
    }

    private static String code(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            var code = new StringBuilder();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                code.append(Files.readString(file)).append('\n');
            }
            return code.toString();
        }
    }
}
