package org.poterne.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poterne.password.CharacterClass;
import org.poterne.password.PasswordPolicy;
import org.poterne.password.PasswordRule;
import org.poterne.words.Sentences;

/** A wrong tenant file is refused at start with file, line, key and remedy; a right one is read whole. */
class TenantFileTests {

    private static final Sentences SENTENCES = new Sentences();

    /** Every shape that a section may have. */
    record ToolsPolicy(
            @Setting(value = "Whether.", fallback = "false") boolean open,

            @Setting(value = "How long.", fallback = "60m") Duration life,

            @Setting(value = "Until when.", fallback = "none")
            Optional<LocalDate> until,

            @Setting(value = "Which.", fallback = "hammer") Tool favourite,

            @Setting(value = "Pieces.", fallback = "[]") List<Piece> pieces)
            implements TenantPolicy {

        enum Tool {
            HAMMER,
            SPIRIT_LEVEL
        }

        record Piece(
                @Setting("Its name.") String name,

                @Setting(value = "How many.", fallback = "1")
                int count) {}
    }

    private static final List<TenantSection<?>> SECTIONS = List.of(
            new TenantSection<>("password", PasswordPolicy.class), new TenantSection<>("tools", ToolsPolicy.class));

    private static final String MINIMAL = """
            name: Exemple
            languages: [fr, en]
            contact: { mail: aide@exemple.example }
            """;

    @TempDir
    private Path tenants;

    @Test
    void aMinimalFileIsEnough() throws IOException {
        var exemple = read(MINIMAL).get(new TenantId("exemple"));
        assertThat(exemple.name()).isEqualTo("Exemple");
        assertThat(exemple.defaultLanguage()).isEqualTo(Locale.FRENCH);
        assertThat(exemple.zone()).hasToString("Europe/Paris");
        assertThat(exemple.links()).isEmpty();
        assertThat(exemple.logo()).isEmpty();
        assertThat(exemple.look().accent()).isEqualTo("#1d4f91");
        assertThat(exemple.contact().link()).isEqualTo(URI.create("mailto:aide@exemple.example"));
    }

    @Test
    void anAbsentSectionIsMadeOfItsFallbacks() throws IOException {
        var all = read(MINIMAL);
        assertThat(all.policy(new TenantId("exemple"), PasswordPolicy.class).announced())
                .containsExactly(new PasswordRule.MinimumLength(15));
        assertThat(all.policy(new TenantId("exemple"), ToolsPolicy.class))
                .isEqualTo(new ToolsPolicy(
                        false, Duration.ofHours(1), Optional.empty(), ToolsPolicy.Tool.HAMMER, List.of()));
    }

    @Test
    void everyKindOfValueIsRead() throws IOException {
        var all = read(MINIMAL + """
                tools:
                  open: true
                  life: 90s
                  until: 2027-06-30
                  favourite: spirit-level
                  pieces:
                    - { name: nail, count: 12 }
                    - { name: board }
                """);
        assertThat(all.policy(new TenantId("exemple"), ToolsPolicy.class))
                .isEqualTo(new ToolsPolicy(
                        true,
                        Duration.ofSeconds(90),
                        Optional.of(LocalDate.of(2027, 6, 30)),
                        ToolsPolicy.Tool.SPIRIT_LEVEL,
                        List.of(new ToolsPolicy.Piece("nail", 12), new ToolsPolicy.Piece("board", 1))));
    }

    @Test
    void anUnknownKeyIsNamedWithItsNearest() throws IOException {
        refused(MINIMAL + "langauges: [fr]\n", "4: langauges: is not a key. Did you mean `languages`?");
        refused(MINIMAL + "tools:\n  opne: true\n", "5: tools.opne: is not a key. Did you mean `open`?");
        refused(
                MINIMAL + "tools:\n  pieces:\n    - name: nail\n      cuont: 2\n",
                "7: tools.pieces.cuont: is not a key. Did you mean `count`?");
        refused(
                MINIMAL + "tools:\n  zzzzzzzz: true\n",
                "5: tools.zzzzzzzz: is not a key. Known here: favourite, life, open, pieces, until.");
    }

    @Test
    void aValueOfTheWrongKindIsToldHowToBeWritten() throws IOException {
        refused(MINIMAL + "tools: { open: yes }\n", "4: tools.open: is 'yes'. Write `true` or `false`.");
        refused(
                MINIMAL + "tools:\n  life: soon\n",
                "5: tools.life: is 'soon'. Write a duration, as `90s`, `60m`, `8h` or `90d`.");
        refused(
                MINIMAL + "tools:\n  until: 30/06/2027\n",
                "5: tools.until: is '30/06/2027'. Write a date, as `2027-06-30`.");
        refused(
                MINIMAL + "tools:\n  favourite: saw\n",
                "5: tools.favourite: is 'saw'. Write `hammer` or `spirit-level`.");
        refused(
                MINIMAL + "tools:\n  pieces:\n    - { name: nail, count: many }\n",
                "6: tools.pieces.count: is 'many'. Write a whole number.");
        refused(
                MINIMAL + "tools:\n  pieces: nail\n",
                "5: tools.pieces: should be a list. Write `[a, b]`, or a line `- …` for each.");
        refused(
                MINIMAL + "tools:\n  pieces: [nail]\n",
                "5: tools.pieces: should hold keys. Write `key: value` lines below it.");
        refused(MINIMAL + "tools: open\n", "4: tools: should hold keys. Write `key: value` lines below it.");
        refused(
                MINIMAL + "tools:\n  open: [true]\n",
                "5: tools.open: should be a single value. Write `true` or `false`.");
        refused(MINIMAL + "zone: Paris\n", "4: zone: is 'Paris'. Write a time zone, as `Europe/Paris`.");
        refused(
                MINIMAL + "links: [{ label: A, url: exemple }]\n",
                "4: links.url: is 'exemple'. Write an address, as `https://www.example.org`.");
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        refused(
                "languages: [fr]\ncontact: { mail: a@b.example }\n",
                "1: name: is missing. Write `name: …`: The organisation's name, as its people know it.");
        refused(
                MINIMAL + "tools:\n  pieces:\n    - count: 2\n",
                "6: tools.pieces.name: is missing. Write `name: …`: Its name.");
        refused(
                "name: A\nlanguages: []\ncontact: { mail: a@b.example }\n",
                "2: languages: names no language. Write at least one, as `[fr]`.");
        refused(
                "name: A\nlanguages: [fr]\ncontact: {}\n",
                "3: contact.mail: is missing, and so is `url`. Give at least one: no page may end in a dead end.");
        refused("name: ~\nlanguages: [fr]\ncontact: { mail: a@b.example }\n", "1: name: is '~'. Write a text.");
        refused("", "1: file: holds no keys. See docs/tenant-file.md.");
    }

    @Test
    void aKeyWrittenTwiceIsToldOnce() throws IOException {
        refused(MINIMAL + "name: Autre\n", "4: name: is written twice. Keep one.");
        refused(MINIMAL + "tools:\n  open: true\n  open: false\n", "6: tools.open: is written twice. Keep one.");
    }

    @Test
    void aRuleBelowTheStandardsNeedsAnException() throws IOException {
        refused(
                MINIMAL + "password:\n  rules: [{ minimum-length: 6 }]\n",
                "5: password.minimum-length: is below 8 characters (ASVS 5.0 6.2.1; NIST SP 800-63B-4 §3.1.1.2 asks 15 of"
                        + " a password used alone). Strengthen it, or add `{ rule: password.minimum-length, reason: …,"
                        + " approved-by: …, review-before: YYYY-MM-DD }` under `exceptions`.");
        var excused = MINIMAL + "password:\n  rules: [{ minimum-length: 6 }]\n" + "exceptions:\n"
                + "  - { rule: password.minimum-length, reason: usage, approved-by: RSSI, review-before: 2027-06-30 }\n";
        assertThat(read(excused).all()).hasSize(1);
    }

    @Test
    void rulesOfPasswordsAreNamesOrKeysInTheOrderOfTheFile() throws IOException {
        var rules = MINIMAL
                + "password:\n  rules: [not-common, { minimum-length: 15 }, { classes: [digit, lower] }, { history: 5 }, unlike-account]\n";
        refused(
                rules,
                "5: password.classes: is below the standards, which forbid rules on kinds of characters (NIST SP 800-63B-4"
                        + " §3.1.1.2; ASVS 5.0 6.2.5). Strengthen it, or add `{ rule: password.classes, reason: …,"
                        + " approved-by: …, review-before: YYYY-MM-DD }` under `exceptions`.");
        var excused = read(rules + "exceptions:\n"
                + "  - { rule: password.classes, reason: usage, approved-by: RSSI, review-before: 2027-06-30 }\n");
        assertThat(excused.policy(new TenantId("exemple"), PasswordPolicy.class).announced())
                .containsExactly(
                        new PasswordRule.NotCommon(),
                        new PasswordRule.MinimumLength(15),
                        new PasswordRule.Classes(List.of(CharacterClass.LOWER, CharacterClass.DIGIT)),
                        new PasswordRule.History(5),
                        new PasswordRule.UnlikeAccount());
        refused(
                MINIMAL + "password:\n  rules: [{ minimum-length: 15 }, not-common, not-common]\n",
                "5: password.rules: has `not-common` twice. Keep one.");
        refused(
                MINIMAL + "password:\n  rules: [{ minimum-length: 15 }, { history: 25 }]\n",
                "5: password.rules.history: is 25. Choose 1 to 24.");
    }

    @Test
    void anExceptionThatExcusesNothingIsRefused() throws IOException {
        refused(
                MINIMAL + "exceptions:\n"
                        + "  - { rule: password.minimum-length, reason: r, approved-by: a, review-before: 2027-06-30 }\n",
                "5: exceptions.password.minimum-length: excuses nothing: no setting here breaks that rule. Remove the entry.");
    }

    @Test
    void aRuleOutOfItsBoundsIsNamedAsItIsWritten() throws IOException {
        refused(
                MINIMAL + "password:\n  rules:\n    - minimum-length: 5\n",
                "6: password.rules.minimum-length: is 5. Choose 6 to 64.");
        refused(
                MINIMAL + "password:\n  rules: [minimum-length]\n",
                "5: password.rules: is incomplete. Write it as docs/tenant-file.md shows.");
        refused(
                MINIMAL + "password:\n  rules: [{ minimum-lenght: 8 }]\n",
                "5: password.rules: holds 'minimum-lenght'. Did you mean `minimum-length`?");
        refused(
                MINIMAL + "password:\n  rules: []\n",
                "5: password.rules: needs one `minimum-length`. Write `- minimum-length: 15`.");
    }

    @Test
    void aLanguageThatIsNotShippedIsRefused() throws IOException {
        refused(
                "name: A\nlanguages:\n  - fr\n  - tlh\ncontact: { mail: a@b.example }\n",
                "4: languages: holds 'tlh'. Shipped: ar, de, en, es, fr, it, nl, pt.");
    }

    @Test
    void wordingIsCheckedAtStartAndNotOnThePage() throws IOException {
        var words = MINIMAL + "words:\n  fr:\n    signin.home.lead: Bienvenue\n    ";
        refused(
                words + "signin.refused.e-mail: ''\n",
                "7: words.fr.signin.refused.e-mail: is empty. See docs/words.md.");
        refused(words + "recovery.way-out.link: ~\n", "7: words.fr.recovery.way-out.link: is '~'. Write a text.");
        assertThat(read(words + "recovery.way-out.link: ''\n").all()).hasSize(1);
        refused(words + "signin.oops: x\n", "7: words.fr.signin.oops: is not a message key. See docs/words.md.");
        refused(
                words + "signin.refused.e-mail: 'Non {'\n",
                "7: words.fr.signin.refused.e-mail: is not a message pattern: a brace or a plural is not closed. See docs/words.md.");
        refused(
                words + "signin.refused.e-mail: 'Non {name}'\n",
                "7: words.fr.signin.refused.e-mail: holds the unknown variable {name}. See docs/words.md.");
        refused(
                "name: A\nlanguages: [fr]\ncontact: { mail: a@b.example }\nwords:\n  en:\n    signin.refused.e-mail: No\n",
                "6: words.en: is not among its languages. Add it to `languages`.");
    }

    @Test
    void aLookThatCannotBeReadIsRefused() throws IOException {
        refused(
                MINIMAL + "look: { accent: '#ffcc00' }\n",
                "4: look.accent: is too light for white text (contrast 1.5, at least 4.5). Choose a darker colour.");
        refused(
                MINIMAL + "look: { accent: blue }\n",
                "4: look.accent: is not a colour: blue Write it as `'#1d4f91'`, with quotes.");
        refused(
                MINIMAL + "look: { logo: ../logo.svg }\n",
                "4: look.logo: is not an SVG file beside the tenant file. Write its name, as `logo.svg`.");
        Files.createDirectories(tenants.resolve("exemple"));
        Files.write(tenants.resolve("exemple/heavy.svg"), new byte[50_001]);
        refused(
                MINIMAL + "look:\n  logo: heavy.svg\n",
                "5: look.logo: is larger than 50 kB. Make it lighter: it is on every page.");
        assertThat(problems(MINIMAL + "look:\n  logo: absent.svg\n"))
                .singleElement()
                .asString()
                .contains(":5: look.logo: is not there");
    }

    @Test
    void aContactOrALinkThatNobodyCouldFollowIsRefused() throws IOException {
        var head = "name: A\nlanguages: [fr]\n";
        refused(
                head + "contact: { mail: nous écrire }\n",
                "3: contact.mail: is not an e-mail address. Write it as `help@example.org`.");
        refused(
                head + "contact: { url: 'javascript:alert(1)' }\n",
                "3: contact.url: is not a web address: javascript:alert(1) Begin it with `https://`.");
        refused(
                MINIMAL + "links:\n  - { label: A, url: 'javascript:alert(1)' }\n",
                "5: links.url: is not a web address: javascript:alert(1) Begin it with `https://`.");
    }

    @Test
    void whatIsNotYamlIsRefused() throws IOException {
        assertThat(problems(MINIMAL + "tools: { open: true\n"))
                .singleElement()
                .asString()
                .contains("tenant.yaml:5: file: is not YAML");
        assertThat(problems(MINIMAL + "\u0007"))
                .singleElement()
                .asString()
                .contains("tenant.yaml:0: file: is not YAML");
        assertThat(problems("a: " + "[".repeat(200))).singleElement().asString().contains("file: is not YAML");
        assertThat(problems(MINIMAL + "---\nname: Autre\n"))
                .singleElement()
                .asString()
                .contains("file: is not YAML");
        write("exemple", "name: Académie\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(this::readAll)
                .hasMessageContaining("tenant.yaml:0: file: is not UTF-8 text. Save it as UTF-8.");
    }

    @Test
    void twoTenantsCannotShareAHost() throws IOException {
        write("autre", (MINIMAL + "hosts: [login.exemple.example]\n").getBytes(StandardCharsets.UTF_8));
        assertThat(problems(MINIMAL + "hosts: [login.exemple.example]\n"))
                .singleElement()
                .asString()
                .endsWith("hosts: 'login.exemple.example' is also autre's. Give it to one tenant.");
        refused(
                MINIMAL + "hosts: ['https://autre.example']\n",
                "4: hosts: holds 'https://autre.example'. Write lower-case host names, as `login.example.org`.");
    }

    @Test
    void aFolderWithoutTenantsIsRefused() {
        assertThatThrownBy(this::readAll)
                .isInstanceOf(TenantFileRefused.class)
                .hasMessage(
                        tenants
                                + ":0: poterne.tenants: holds no tenant. Add <tenant>/tenant.yaml; docs/tenant-file.md shows one.");
        var absent = tenants.resolve("absent");
        assertThatThrownBy(() -> readAll(absent))
                .isInstanceOf(TenantFileRefused.class)
                .hasMessage(absent
                        + ":0: poterne.tenants: is not a folder. Name the folder that holds <tenant>/tenant.yaml.");
    }

    @Test
    void aTenantWhoseFileIsMisnamedIsNotSilentlyLeftOut() throws IOException {
        Files.createDirectories(tenants.resolve("autre"));
        Files.writeString(tenants.resolve("autre/tenant.yml"), MINIMAL);
        assertThat(problems(MINIMAL))
                .singleElement()
                .asString()
                .endsWith("autre/tenant.yaml:0: file: is not there. Write it, or remove its folder.");
    }

    @Test
    void aFolderThatCannotBeAPathIsRefused() throws IOException {
        write("Exemple SA", MINIMAL.getBytes(StandardCharsets.UTF_8));
        write("actuator", MINIMAL.getBytes(StandardCharsets.UTF_8));
        assertThat(problems(MINIMAL))
                .extracting(TenantFileRefused.Problem::what)
                .containsExactly("is not a tenant's short name.", "is the name of a page of the install.");
    }

    @Test
    void allMistakesAreToldAtOnce() throws IOException {
        write("autre", "name: Autre\n".getBytes(StandardCharsets.UTF_8));
        assertThat(problems("""
                        languages: [fr]
                        contact: { mail: aide@exemple.example }
                        links: none
                        tools: { open: perhaps, opne: true }
                        password: { rules: [{ minimum-length: 3 }] }
                        """))
                .extracting(problem -> tenants.relativize(problem.file()).getName(0) + " " + problem.key())
                .containsExactlyInAnyOrder(
                        "autre languages",
                        "autre contact",
                        "exemple name",
                        "exemple links",
                        "exemple tools.open",
                        "exemple tools.opne",
                        "exemple password.rules.minimum-length");
    }

    @Test
    void whateverHappensToAFileItIsReadOrRefused() throws IOException {
        var valid = Files.readString(Path.of("../tenants/gimic/tenant.yaml")).replace("recovery:", "tools:") + """
                hosts: [login.exemple.example]
                look: { accent: "#1f5f6b" }
                """;
        var seed = Long.getLong("poterne.seed", System.nanoTime());
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++) {
            var text = valid;
            for (var times = 1 + random.nextInt(4); times > 0; times--) {
                text = mutated(text, random);
            }
            try {
                read(text);
            } catch (TenantFileRefused refused) {
                assertThat(refused.problems()).as("seed " + seed + ":\n" + text).isNotEmpty();
            } catch (RuntimeException | StackOverflowError broken) {
                fail("seed " + seed + " round " + round + ":\n" + text, broken);
            }
        }
    }

    private static String mutated(String text, Random random) {
        String[] nasty = {
            "*",
            "&a ",
            "*a",
            "{",
            "}",
            "[",
            "]",
            "'",
            "\"",
            "\t",
            "\u0000",
            "\u0085",
            "\ud800",
            "<<: ",
            "? ",
            "- ",
            ": ",
            "!!java.lang.Runtime ",
            "|\n",
            "#",
            "\ufeff",
            "%",
            "~",
            "99999999999999999999d",
            "\n---\n",
            "  ",
            "\n",
            ","
        };
        var from = random.nextInt(text.length() + 1);
        var to = Math.min(text.length(), from + random.nextInt(20));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, from) + text.substring(to);
            case 1 -> text.substring(0, from) + nasty[random.nextInt(nasty.length)] + text.substring(from);
            case 2 -> text.substring(0, from) + nasty[random.nextInt(nasty.length)] + text.substring(to);
            default -> text.substring(0, to) + text.substring(from);
        };
    }

    private void refused(String yaml, String refusal) throws IOException {
        assertThat(problems(yaml))
                .extracting(TenantFileRefused.Problem::toString)
                .containsExactly(tenants.resolve("exemple/tenant.yaml") + ":" + refusal);
    }

    private List<TenantFileRefused.Problem> problems(String yaml) throws IOException {
        try {
            read(yaml);
            return fail("accepted:\n" + yaml);
        } catch (TenantFileRefused refused) {
            return refused.problems();
        }
    }

    private Tenants read(String yaml) throws IOException {
        write("exemple", yaml.getBytes(StandardCharsets.UTF_8));
        return readAll();
    }

    private Tenants readAll() {
        return readAll(tenants);
    }

    private static Tenants readAll(Path folder) {
        return new Tenants(
                new TenantSettings(URI.create("https://access.example"), folder),
                SECTIONS,
                List.of(),
                SENTENCES,
                Clock.systemUTC());
    }

    private void write(String name, byte[] file) throws IOException {
        Files.createDirectories(tenants.resolve(name));
        Files.write(tenants.resolve(name).resolve("tenant.yaml"), file);
    }
}
