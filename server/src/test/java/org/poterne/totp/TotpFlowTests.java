package org.poterne.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.house.Person;
import org.poterne.house.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the first code to the last. */
class TotpFlowTests {

    static final House HOUSE = House.build().start();

    @AfterEach
    void theNextComesFromAnAddressThatHasSpentNothing() {
        HOUSE.withFreshBudgets();
    }

    @Test
    void anApplicationIsAskedForOnceItsFirstCodeWasTyped() {
        var camille = HOUSE.person("gimic", AppHolder.PASSWORD);
        var visitor = HOUSE.visitor();
        AppHolder.signIn(visitor, camille, AppHolder.PASSWORD);
        var factors = visitor.get("/gimic/account/factors");
        assertThat(factors.words()).contains("Application d’authentification", "Un code à six chiffres");
        assertThat(factors.page().select("a.choice[href=/gimic/account/totp]")).isNotEmpty();

        var page = visitor.submit(visitor.get("/gimic/account/totp"), Map.of());
        assertThat(AppHolder.signIn(HOUSE.visitor(), camille, AppHolder.PASSWORD)
                        .path())
                .as("a seed that nobody has proved asks for nothing")
                .isEqualTo("/gimic/");
        var phone = PhoneApp.of(HOUSE, page.first("#key").text());
        var refused = visitor.submit(page, Map.of("code", phone.wrongCode(), "name", "Mon vieux téléphone"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#code-error").text()).contains("ne correspond pas");
        assertThat(refused.first("[name=name]").attr("value")).isEqualTo("Mon vieux téléphone");
        var unnamed = visitor.submit(refused, Map.of("code", phone.code(), "name", " \u200b "));
        assertThat(unnamed.page().select("#name-error").text()).contains("nom court");
        var done = visitor.submit(unnamed, Map.of("code", phone.code(), "name", "Mon vieux téléphone"));
        assertThat(done.words()).contains("L’application est ajoutée", "Mon vieux téléphone", "Ajoutée le");
        assertThat(camille.mailbox().next().subject())
                .isEqualTo("Un deuxième facteur a été ajouté à votre compte GIMIC");
        assertThat(visitor.get("/gimic/account/factors").words()).contains("Activé");

        var elsewhere = HOUSE.visitor();
        var asked = AppHolder.signIn(elsewhere, camille, AppHolder.PASSWORD);
        assertThat(asked.path()).isEqualTo("/gimic/sign-in/totp");
        assertThat(asked.page().select("input[name=code][autocomplete=one-time-code][inputmode=numeric]"))
                .hasSize(1);
        var malformed = elsewhere.submit(asked, Map.of("code", "12 34"));
        assertThat(malformed.status()).isEqualTo(422);
        assertThat(malformed.page().select("#code-error").text()).contains("fait de six chiffres");
        var wrong = elsewhere.submit(malformed, Map.of("code", phone.wrongCode()));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("#code-error").text())
                .startsWith("Ce code n’est pas le bon, ou il a déjà servi.");
        var code = phone.code();
        var home = elsewhere.submit(wrong, Map.of("code", " " + code.substring(0, 3) + "\u202f" + code.substring(3)));
        assertThat(home.path()).as("pasted in groups").isEqualTo("/gimic/");
        camille.mailbox().isEmpty();
    }

    @Test
    void theKeyIsShownInTheSessionThatAskedUntilItIsActiveAndNeverAgain() {
        var camille = HOUSE.person("gimic", AppHolder.PASSWORD);
        var visitor = signedIn(camille);
        var other = signedIn(camille);
        var page = visitor.submit(visitor.get("/gimic/account/totp"), Map.of());
        var key = page.first("#key").text();
        assertThat(key.replace(" ", "")).matches("[A-Z2-7]{32}"); // 160 bits
        assertThat(page.page().select("a[href^=otpauth]").attr("href"))
                .isEqualTo("otpauth://totp/GIMIC:" + camille.email().replace("@", "%40") + "?secret="
                        + key.replace(" ", "") + "&issuer=GIMIC&algorithm=SHA1&digits=6&period=30");
        assertThat(visitor.get("/gimic/account/totp/new").first("#key").text())
                .as("loaded again")
                .isEqualTo(key);
        assertThat(other.get("/gimic/account/totp/new").path())
                .as("another session")
                .isEqualTo("/gimic/account/totp");

        visitor.submit(page, Map.of("code", PhoneApp.of(HOUSE, key).code()));
        camille.mailbox().next();
        for (var path : new String[] {"/gimic/account/totp", "/gimic/account/totp/new", "/gimic/account/factors"}) {
            assertThat(visitor.get(path).body()).as(path).doesNotContain(key, key.replace(" ", ""));
        }
        assertThat(keptText()).as("at rest").doesNotContain(key.replace(" ", ""));
        camille.mailbox().isEmpty();
    }

    @Test
    void aSetUpThatIsLeftOpenIsOverAfterHalfAnHour() {
        var camille = HOUSE.person("gimic", AppHolder.PASSWORD);
        var visitor = signedIn(camille);
        var page = visitor.submit(visitor.get("/gimic/account/totp"), Map.of());
        var phone = PhoneApp.of(HOUSE, page.first("#key").text());
        PhoneApp.minutesPass(HOUSE, 29);
        visitor.get("/gimic/account/totp/new");
        PhoneApp.minutesPass(HOUSE, 2);
        var asked = visitor.submit(page, Map.of("code", phone.code()));
        var proved = visitor.submit(asked, Map.of("current", AppHolder.PASSWORD));
        assertThat(proved.path()).isEqualTo("/gimic/account/totp");
        assertThat(proved.page().select("#apps")).isEmpty();
        camille.mailbox().isEmpty();
    }

    @Test
    void anAccountMayHaveFiveApplicationsAndEachOpensTheDoor() {
        var first = AppHolder.of(HOUSE, "gimic");
        var last = first;
        for (var number = 2; number <= 5; number++) {
            last = AppHolder.setUp(HOUSE, first.person(), first.browser());
            first.person().mailbox().next();
        }
        var list = first.browser().get("/gimic/account/totp");
        assertThat(list.page().select("#apps > li")).hasSize(5);
        assertThat(list.page().select("main form")).as("no sixth").isEmpty();
        first.post(first.browser(), "/account/totp", Map.of());
        assertThat(first.browser().get("/gimic/account/totp/new").path()).isEqualTo("/gimic/account/totp");

        assertThat(first.signIn(HOUSE.visitor()).path()).isEqualTo("/gimic/");
        assertThat(last.signIn(HOUSE.visitor()).path()).isEqualTo("/gimic/");
        first.person().mailbox().isEmpty();
    }

    @Test
    void anApplicationThatIsRemovedIsNotAskedForAndTheOtherSessionsEnd() {
        var camille = AppHolder.of(HOUSE, "gimic");
        var elsewhere = HOUSE.visitor();
        camille.signIn(elsewhere);
        var remove = camille.browser()
                .get(camille.browser()
                        .get("/gimic/account/totp")
                        .first("#apps a")
                        .attr("href"));
        assertThat(remove.words()).contains("C’est votre seul deuxième facteur", "Mon téléphone");
        var gone = camille.browser().submit(remove, Map.of());
        assertThat(gone.words()).contains("L’application est retirée.");
        assertThat(camille.person().mailbox().next().subject())
                .isEqualTo("Un deuxième facteur a été retiré de votre compte GIMIC");
        assertThat(elsewhere.get("/gimic/account").path()).isEqualTo("/gimic/sign-in");
        assertThat(camille.browser().get("/gimic/account").path()).isEqualTo("/gimic/account");
        assertThat(AppHolder.signIn(HOUSE.visitor(), camille.person(), AppHolder.PASSWORD)
                        .path())
                .isEqualTo("/gimic/");
        camille.person().mailbox().isEmpty();
    }

    /** GDPR art. 15 and 17. */
    @Test
    void aCopyOfTheAccountNamesItsFactorsAndADeletionTakesThem() {
        var camille = AppHolder.of(HOUSE, "gimic");
        var copy = camille.browser().submit(camille.browser().get("/gimic/account/export"), Map.of());
        assertThat(copy.body())
                .containsPattern(
                        "\"secondFactors\":\\[\\{\"kind\":\"totp\",\"added\":\\[\\{\"name\":\"Mon téléphone\",\"addedAt\":\"20")
                .doesNotContain(camille.phone().key());
        var account = camille.account();
        camille.browser().submit(camille.browser().get("/gimic/account/delete"), Map.of("current", AppHolder.PASSWORD));
        assertThat(HOUSE.bean(JdbcClient.class)
                        .sql("select count(*) from totp where account_id = :account")
                        .param("account", account.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        camille.person().mailbox().next(); // deleted
        camille.person().mailbox().isEmpty();
    }

    /** Attack 13; attacks.md 8: recovery around the second factor. */
    @Test
    void aNewPasswordByMailLeavesTheFactorAndOpensNoSession() {
        var camille = AppHolder.of(HOUSE, "gimic");
        var visitor = HOUSE.visitor();
        visitor.submit(
                visitor.get("/gimic/recovery"), Map.of("email", camille.person().email()));
        var page = visitor.get(camille.person().mailbox().next().link());
        var fresh = "un mot tout neuf";
        var door = visitor.submit(page, Map.of("password", fresh, "confirmation", fresh));
        assertThat(door.path()).isEqualTo("/gimic/sign-in");
        assertThat(camille.sessionOf(visitor)).isEmpty();
        camille.person().mailbox().next(); // the notice

        var asked = AppHolder.signIn(visitor, camille.person(), fresh);
        assertThat(asked.path()).isEqualTo("/gimic/sign-in/totp");
        assertThat(visitor.get("/gimic/account").path()).isEqualTo("/gimic/sign-in");
        assertThat(visitor.submit(
                                visitor.get("/gimic/sign-in/totp"),
                                Map.of("code", camille.phone().code()))
                        .path())
                .as("the factor of before")
                .isEqualTo("/gimic/");
        camille.person().mailbox().isEmpty();
    }

    private static Visitor signedIn(Person person) {
        var visitor = HOUSE.visitor();
        AppHolder.signIn(visitor, person, AppHolder.PASSWORD);
        return visitor;
    }

    private static String keptText() {
        return HOUSE.bean(JdbcClient.class)
                .sql("select coalesce(string_agg(encode(seed, 'escape') || name, ' '), '') from totp")
                .query(String.class)
                .single();
    }
}
