package org.poterne.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.account.Username;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.house.Visitor;
import org.poterne.intake.AccountImport;
import org.poterne.intake.ImportMode;
import org.poterne.intake.ImportReport;
import org.poterne.intake.RowRefusal;
import org.poterne.tenant.TenantId;

/** A tenant adds fields of its own in its file, and forms, matching, import and export follow. */
class OwnFieldsFlowTests {

    private static final TenantId HOTEL = new TenantId("hotel");
    private static final String PASSWORD = "la clef est sous le paillasson";
    private static final String FILE = """
            name: Hôtel du Port
            languages: [fr, en]
            contact: { mail: aide@hotel.example }
            sign-in: { identifier: either }
            profile:
              fields:
                - { name: name }
                - { name: nationality, kind: country, required: false, label: { fr: Nationalité, en: Nationality } }
                - name: service
                  kind: choice
                  label: { fr: Service, en: Department }
                  choices:
                    - { value: desk, label: { fr: Réception, en: Front desk } }
                    - { value: kitchen, label: { fr: Cuisine, en: Kitchen } }
                - { name: badge, label: { fr: Numéro de badge, en: Badge number } }
            registration: { open: true, ask: [e-mail, name, service, badge, username] }
            recovery:
              procedures:
                - { name: forgotten-password, ask: [e-mail, badge], proofs: [mailed-link, matching-profile] }
            """;

    private static final House HOUSE = start(FILE);

    @TempDir
    private Path folder;

    @BeforeAll
    static void isOpen() {
        assertThat(HOUSE.visitor().get("/hotel/sign-up").status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        HOUSE.close();
    }

    @Test
    void theFormsAskThemInTheTenantsOrderAndWordsAndTheAccountShowsAndChangesThem() {
        var visitor = HOUSE.visitor();
        var page = visitor.get("/hotel/sign-up");
        assertThat(page.page().select("main label").eachText())
                .containsExactly(
                        "Email *", "Nom *", "Service *", "Numéro de badge *", "Identifiant *", "Mot de passe *");
        assertThat(page.page().select("#service option").eachText())
                .containsExactly("Choisissez dans la liste", "Réception", "Cuisine");
        assertThat(page.first("#badge").attr("autocomplete")).isEqualTo("off");

        var nothing = visitor.submit(page, Map.of());
        assertThat(nothing.first("#service-error").text()).isEqualTo("Renseignez le champ « Service ».");
        signUp(visitor, "lou", "kitchen", "A-17");

        var home = visitor.submit(visitor.get("/hotel/sign-in"), Map.of("identifier", "lou", "password", PASSWORD));
        assertThat(home.heading()).isEqualTo("Bonjour Lou Petit");
        var account = visitor.get("/hotel/account");
        assertThat(account.page().select("main dt").eachText())
                .containsExactly("Nom", "Service", "Numéro de badge", "Identifiant", "Email", "Langue");
        assertThat(account.page().select("main dd").eachText()).contains("Cuisine", "A-17");

        var saved = visitor.submit(
                visitor.get("/hotel/account/profile"),
                Map.of("service", "desk", "nationality", "BE", "current", PASSWORD));
        assertThat(saved.page().select("main dd").eachText()).contains("Réception", "Belgique", "A-17");
        var copy = visitor.submit(visitor.get("/hotel/account/export"), Map.of("current", PASSWORD))
                .body();
        assertThat(copy).contains("\"service\":\"desk\"", "\"nationality\":\"BE\"", "\"badge\":\"A-17\"");
        new Mailbox("lou@example.org").isEmpty();
    }

    @Test
    void aDescriptionBehindTheLinkAlone() {
        var visitor = HOUSE.visitor();
        signUp(visitor, "nour", "desk", "B-9");
        visitor.submit(visitor.get("/hotel/recovery"), Map.of("email", "nour@example.org", "badge", "whatever"));
        var choose = visitor.get(new Mailbox("nour@example.org").next().link());
        var fields = new HashMap<>(Map.of("email", "nour@example.org", "badge", "B-8"));
        fields.put("password", PASSWORD + " 2");
        fields.put("confirmation", PASSWORD + " 2");
        assertThat(visitor.submit(choose, fields).status()).isEqualTo(422);
        fields.put("badge", "b 9");
        assertThat(visitor.submit(choose, fields).path()).isEqualTo("/hotel/sign-in");
        new Mailbox("nour@example.org").next();
        new Mailbox("nour@example.org").isEmpty();
    }

    @Test
    void aFileOfPeopleBringsThemByTheirNamesOrTheirWordsInAnyLanguage() throws IOException {
        var report = run("""
                Courriel;Nom;Department;Numéro de badge;Nationality;Identifiant;Langue
                a@hotel.example;Anne;Cuisine;1;Belgien;anne;en
                b@hotel.example;Bo;desk;2;;;
                c@hotel.example;Chi;Piscine;3;;;
                d@hotel.example;Dan;desk;;;;
                e@hotel.example;Eve;desk;5;;4nne;
                f@hotel.example;Fox;desk;6;;a b;
                g@hotel.example;Gil;desk;7;;;tlh
                """, ImportMode.GOOD_ONES_KEPT);

        assertThat(report.added()).isEqualTo(3);
        assertThat(report.refused())
                .extracting(row -> row.line() + " " + row.why().reason())
                .containsExactly("4 answer-not-listed", "5 answer-missing", "7 not-a-username", "8 not-a-language");
        var anne = HOUSE.bean(Accounts.class)
                .findByUsername(HOTEL, Username.parse("anne").orElseThrow())
                .orElseThrow();
        assertThat(anne.language())
                .hasValueSatisfying(language -> assertThat(language).hasToString("en"));
        assertThat(HOUSE.bean(Profiles.class).of(HOTEL, anne).answers())
                .containsExactly(
                        entry("name", "Anne"),
                        entry("nationality", "BE"),
                        entry("service", "kitchen"),
                        entry("badge", "1"));
    }

    @Test
    void aUsernameThatIsSomebodyElsesIsToldWithItsLineAndNothingHalfIsAdded() throws IOException {
        var header = "e-mail;nom;service;badge;username\n";
        run(header + "holder@hotel.example;Holder;desk;1;holder\n", ImportMode.ALL_OR_NOTHING);

        var kept = run(
                header + "x1@hotel.example;X;desk;1;h0lder\nx2@hotel.example;X;desk;1;autre\n"
                        + "x3@hotel.example;X;desk;1;Autre\n",
                ImportMode.GOOD_ONES_KEPT);
        assertThat(kept.added()).isEqualTo(1);
        assertThat(kept.alreadyThere()).isZero();
        assertThat(kept.refused())
                .extracting(ImportReport.RefusedRow::why)
                .containsExactly(new RowRefusal.UsernameTaken(), new RowRefusal.UsernameTwice(3));

        var none = run(
                header + "y1@hotel.example;Y;desk;1;libre\ny2@hotel.example;Y;desk;1;HOLDER\n",
                ImportMode.ALL_OR_NOTHING);
        assertThat(none.added()).isZero();
        assertThat(none.refused())
                .singleElement()
                .satisfies(row -> assertThat(row.line()).isEqualTo(3));
        assertThat(HOUSE.bean(Accounts.class)
                        .findByEmail(
                                HOTEL, EmailAddress.parse("y1@hotel.example").orElseThrow()))
                .as("all or nothing")
                .isEmpty();
    }

    @Test
    void aFileWithoutARequiredFieldIsRefusedWhole() {
        assertThatThrownBy(() -> run("e-mail;nom;service\na@x.org;A;desk\n", ImportMode.GOOD_ONES_KEPT))
                .hasMessageContaining("no column holds the badge, which the tenant requires");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- { name: badge, label: { fr: Badge } } ~ profile.fields: has no words for `badge` in en.",
                "- { name: badge, label: { fr: B, en: B, de: B } } ~ has words for `badge` in de",
                "- { name: badge } ~ profile.fields.label: is missing.",
                "- { name: email, label: { fr: B, en: B } } ~ is the name of something else",
                "- { name: Badge, label: { fr: B, en: B } } ~ is 'Badge'.",
                "- { name: badge, kind: choice, label: { fr: B, en: B } } ~ offers fewer than two answers",
                "- { name: c, kind: country, preselected: ZZ, label: { fr: B, en: B } } ~ is not one of its answers",
                "- { name: given-name } ~ has `name` beside `given-name`",
                "- { name: family-name } ~ must hold `name`, or `family-name`, and not both",
                "- { name: badge-error, label: { fr: B, en: B } } ~ is the name of something else",
                "- { name: floor, label: { fr: Étage, en: Floor } } ~ registration.ask: leaves out `floor`",
            })
    void aFieldThatCouldNotWorkIsRefusedAtStart(String line) {
        var sides = line.split(" ~ ", -1);
        var file = FILE.replace(
                        "    - { name: badge, label: { fr: Numéro de badge, en: Badge number } }",
                        "    - { name: badge, label: { fr: Numéro de badge, en: Badge number } }\n    " + sides[0])
                .replace(
                        sides[0].contains("name: badge")
                                ? "    - { name: badge, label: { fr: Numéro de badge, en: Badge number } }\n"
                                : "\0",
                        "");
        assertThatThrownBy(() -> start(file)).hasStackTraceContaining(sides[1]);
    }

    @Test
    void whoeverSignsInByUsernameAloneIsGivenOne() throws IOException {
        assertThatThrownBy(() -> start(FILE.replace("identifier: either", "identifier: username")
                        .replace("badge, username]", "badge]")))
                .hasStackTraceContaining("registration.ask: leaves out `username`, by which alone people sign in");

        var house = House.open();
        var importer = house.bean(AccountImport.class);
        var metamots = new TenantId("metamots");
        var file = Files.writeString(
                folder.resolve("leute.csv"),
                "E-Mail;Vorname;Nachname;Land;Art der Organisation\na@m.example;A;B;Frankreich;Unternehmen\n");
        assertThatThrownBy(() -> importer.run(metamots, file, ImportMode.GOOD_ONES_KEPT, _ -> {}))
                .hasMessageContaining("no column holds the username, which the tenant requires");

        Files.writeString(file, """
                Benutzername;E-Mail;Vorname;Nachname;Land;Art der Organisation;Sprache
                anna;anna@m.example;Anna;Berg;Österreich;Unternehmen;de
                ;bo@m.example;Bo;Berg;Österreich;Unternehmen;de
                carl;carl@m.example;;Berg;Österreich;Unternehmen;de
                """);
        var report = importer.run(metamots, file, ImportMode.GOOD_ONES_KEPT, _ -> {});
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.ignoredColumns()).isEmpty();
        assertThat(report.refused())
                .extracting(row -> row.line() + " " + row.why().reason())
                .containsExactly("3 answer-missing", "4 answer-missing");
    }

    @Test
    void whatIsAskedAndIsNoFieldIsRefusedAtStart() {
        assertThatThrownBy(() -> start(FILE.replace("service, badge, username]", "service, bagde, badge, username]")
                        .replace("ask: [e-mail, badge]", "ask: [e-mail, floor]")))
                .hasStackTraceContaining("registration.ask: names 'bagde'.")
                .hasStackTraceContaining("asks 'floor', which is no required field of `profile`.");
    }

    private void signUp(Visitor visitor, String username, String service, String badge) {
        var fields = Map.of(
                "email", username + "@example.org",
                "name", "Lou Petit",
                "service", service,
                "badge", badge,
                "username", username,
                "password", PASSWORD);
        assertThat(visitor.submit(visitor.get("/hotel/sign-up"), fields).path()).isEqualTo("/hotel/sign-up/sent");
        var link = new Mailbox(username + "@example.org").next().link();
        assertThat(visitor.submit(visitor.get(link), Map.of()).path()).isEqualTo("/hotel/sign-in");
    }

    private ImportReport run(String text, ImportMode mode) throws IOException {
        var file = Files.writeString(folder.resolve("people.csv"), text);
        return HOUSE.bean(AccountImport.class).run(HOTEL, file, mode, _ -> {});
    }

    private static House start(String file) {
        try {
            var folder = Files.createTempDirectory("poterne-own-fields");
            Files.writeString(Files.createDirectories(folder.resolve("hotel")).resolve("tenant.yaml"), file);
            return House.build().with("poterne.tenants", folder).start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
