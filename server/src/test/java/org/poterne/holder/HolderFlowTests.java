package org.poterne.holder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.holder.SignedInVisitor.PASSWORD;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.poterne.device.KnownDevices;
import org.poterne.house.House;
import org.poterne.house.Person;
import org.poterne.tenant.TenantId;

/** What somebody does about the account that is theirs. */
class HolderFlowTests {

    private static final House HOUSE = House.open();
    private static final String FRESH = "une nouvelle clé de 24 pieds";
    private static final String WRONG = "Ce n’est pas votre mot de passe actuel. Rien n’a été changé.";

    private final Person camille = HOUSE.person("gimic", PASSWORD);
    private final SignedInVisitor visitor = SignedInVisitor.at(HOUSE, camille, "127.0.8.1");

    @Test
    void homeLeadsToTheAccountAndTheAccountToEverythingElse() {
        var home = visitor.get("/");
        var account = visitor.visitor().get(home.first("a:contains(Mon compte)").attr("href"));
        assertThat(account.heading()).isEqualTo("Mon compte");
        assertThat(account.page().select("main dd").eachText())
                .containsExactly(
                        HOUSE.account(camille).givenName(),
                        HOUSE.account(camille).familyName(),
                        camille.email(),
                        "Français");
        var pages = account.page().select("main a.choice");
        assertThat(pages.eachAttr("href"))
                .containsExactly(
                        "/gimic/account/profile",
                        "/gimic/account/email",
                        "/gimic/account/password",
                        "/gimic/account/factors",
                        "/gimic/account/language",
                        "/gimic/account/sessions",
                        "/gimic/account/activity",
                        "/gimic/account/export",
                        "/gimic/account/delete");
        for (var page : pages.eachAttr("href")) {
            var seen = visitor.visitor().get(page);
            assertThat(seen.status()).as(page).isEqualTo(200);
            assertThat(seen.header("Cache-Control")).as(page).contains("no-store");
            assertThat(seen.page().select("main a[href=/gimic/account]"))
                    .as(page)
                    .isNotEmpty();
        }
    }

    @Test
    void aNameIsChangedWithThePassword() {
        var saved = visitor.send(
                "/account/profile",
                Map.of("given-name", "  Noe\u0308l ", "family-name", "d’Arc\u00a0Martin", "current", PASSWORD));
        assertThat(saved.path()).isEqualTo("/gimic/account");
        assertThat(saved.words()).contains("Vos informations sont enregistrées.", "Noël d’Arc Martin");
        assertThat(visitor.get("/").heading()).isEqualTo("Bonjour Noël d’Arc Martin");
        assertThat(visitor.get("/account/activity").words()).contains("Informations changées");
        camille.mailbox().isEmpty();
    }

    @Test
    void whatIsNoNameIsToldBesideItsFieldAndKeptAsItWasTyped() {
        var page = visitor.send(
                "/account/profile",
                Map.of("given-name", "Cam\u202eille", "family-name", "M".repeat(101), "current", PASSWORD));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#given-name-error").text()).contains("caractères invisibles");
        assertThat(page.page().select("#family-name-error").text()).contains("100 caractères au plus");
        assertThat(page.first("#family-name").attr("value")).isEqualTo("M".repeat(101));
        assertThat(page.first("#current").attr("value")).isEmpty();

        page = visitor.send("/account/profile", Map.of("given-name", "Zoé", "family-name", " ", "current", PASSWORD));
        assertThat(page.page().select("#family-name-error").text()).isEqualTo("Renseignez le champ « Nom ».");

        page = visitor.send("/account/profile", Map.of("given-name", "Zoé", "family-name", "Petit", "current", "non"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#current-error").text()).isEqualTo(WRONG);
        assertThat(page.first("#given-name").attr("value")).isEqualTo("Zoé");
        assertThat(HOUSE.account(camille).givenName()).isEqualTo("Camille");
    }

    @Test
    void aPasswordIsChangedByWhoKnowsTheCurrentOne() {
        var phone = SignedInVisitor.at(HOUSE, camille, "127.0.8.2");
        var page = visitor.get("/account/password");
        assertThat(page.heading()).isEqualTo("Changer mon mot de passe");
        assertThat(page.page().select("main label").eachText())
                .containsExactly("Mot de passe actuel *", "Nouveau mot de passe *", "Confirmez votre mot de passe *");
        assertThat(page.words()).contains("6 caractères minimum", "15 caractères ou plus sont recommandés");
        assertThat(page.first("#current").attr("autocomplete")).isEqualTo("current-password");
        assertThat(page.first("#password").attr("autocomplete")).isEqualTo("new-password");
        assertThat(page.first("#password").attr("passwordrules")).contains("minlength: 6;");
        assertThat(page.first("main input[autocomplete=username]").attr("value"))
                .isEqualTo(camille.email());
        var before = visitor.cookie().getValue();

        var saved = visitor.changePassword(PASSWORD, FRESH);
        assertThat(saved.path()).isEqualTo("/gimic/account");
        assertThat(saved.words()).contains("Votre mot de passe est changé.");
        assertThat(visitor.cookie().getValue()).as("a new identifier").isNotEqualTo(before);
        assertThat(phone.isIn()).as("the other browser").isFalse();
        assertThat(phone.signIn(PASSWORD).status()).isEqualTo(422);
        assertThat(phone.signIn(FRESH).path()).isEqualTo("/gimic/");

        assertThat(camille.mailbox().next().subject()).isEqualTo("Votre mot de passe GIMIC a été changé");
        camille.mailbox().isEmpty();
    }

    @Test
    void aRefusedNewPasswordIsToldBesideItsFieldAndChangesNothing() {
        var page = visitor.send(
                "/account/password", Map.of("current", PASSWORD, "password", "abcdef", "confirmation", "abcdeg"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#confirmation-error").text()).contains("ne sont pas identiques");

        page = visitor.changePassword(PASSWORD, "12345");
        assertThat(page.page().select("#password-error").text()).contains("au moins 6 caractères");

        page = visitor.changePassword(PASSWORD, "se\u0301same ouvre-toi");
        assertThat(page.page().select("#password-error").text())
                .as("the same, typed as two code points")
                .contains("C’est votre mot de passe actuel.");

        page = visitor.changePassword("autre chose", "12345");
        assertThat(page.page().select("#current-error").text()).isEqualTo(WRONG);
        assertThat(page.page().select("#password-error"))
                .as("the rules say nothing to who does not know the current one")
                .isEmpty();
        assertThat(page.page().select("input[type=password]").eachAttr("value")).allMatch(String::isEmpty);

        assertThat(visitor.isIn()).isTrue();
        assertThat(visitor.changePassword(PASSWORD, FRESH).path()).isEqualTo("/gimic/account");
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    @Test
    void sessionsAreToldApartAndOneIsEnded() {
        var phone = SignedInVisitor.at(
                HOUSE.visitor()
                        .from("127.0.8.3")
                        .saying("User-Agent", "Mozilla/5.0 (Android 16; Mobile; rv:142.0) Gecko/142.0 Firefox/142.0"),
                camille);
        var list = visitor.get("/account/sessions");
        assertThat(list.page().select("#sessions > li")).hasSize(2);
        var row = list.first("#sessions > li:contains(Firefox sur Android)");
        assertThat(row.text()).contains("127.0.8.3").doesNotContain("C’est le navigateur que vous utilisez");
        assertThat(list.first("#sessions > li:contains(127.0.8.1)").text())
                .contains("Navigateur inconnu", "C’est le navigateur que vous utilisez");
        assertThat(list.words()).contains("heure");
        assertThat(list.body()).doesNotContain("Mozilla", phone.cookie().getValue());

        var ask = visitor.visitor().get(row.select("a").attr("href"));
        assertThat(ask.heading()).isEqualTo("Déconnecter ce navigateur");
        assertThat(ask.words()).contains("Firefox sur Android");
        var wrong = visitor.visitor().submit(ask, Map.of("current", "non"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("#current-error").text()).isEqualTo(WRONG);
        assertThat(phone.isIn()).isTrue();

        var ended = visitor.visitor().submit(wrong, Map.of("current", PASSWORD));
        assertThat(ended.path()).isEqualTo("/gimic/account/sessions");
        assertThat(ended.words()).contains("Ce navigateur est déconnecté.");
        assertThat(ended.page().select("#sessions > li")).hasSize(1);
        assertThat(ended.page().select("main a:contains(Déconnecter tous)")).isEmpty();
        assertThat(phone.isIn()).isFalse();
        assertThat(visitor.isIn()).isTrue();

        assertThat(visitor.visitor().submit(ask, Map.of("current", PASSWORD)).path())
                .as("ended already")
                .isEqualTo("/gimic/account/sessions");
        camille.mailbox().isEmpty();
    }

    @Test
    void allOtherSessionsAreEndedAtOnce() {
        var phone = SignedInVisitor.at(HOUSE, camille, "127.0.8.3");
        var desk = SignedInVisitor.at(HOUSE, camille, "127.0.8.4");
        assertThat(visitor.send("/account/sessions/end-others", Map.of("current", "non"))
                        .status())
                .isEqualTo(422);
        assertThat(phone.isIn()).isTrue();
        var ended = visitor.send("/account/sessions/end-others", Map.of("current", PASSWORD));
        assertThat(ended.words()).contains("Tous les autres navigateurs sont déconnectés.");
        assertThat(phone.isIn()).isFalse();
        assertThat(desk.isIn()).isFalse();
        assertThat(visitor.isIn()).isTrue();
        assertThat(visitor.get("/account/activity").words())
                .contains("Tous les autres navigateurs ont été déconnectés");
    }

    @Test
    void aKnownBrowserIsForgotten() {
        var list = visitor.get("/account/sessions");
        assertThat(list.page().select("h2").eachText()).contains("Navigateurs reconnus");
        var ask = visitor.visitor()
                .get(list.first("main a:contains(Ne plus reconnaître)").attr("href"));
        assertThat(ask.heading()).isEqualTo("Ne plus reconnaître ce navigateur");
        var wrong = visitor.visitor().submit(ask, Map.of("current", "non"));
        assertThat(wrong.page().select("#current-error").text()).isEqualTo(WRONG);
        var forgotten = visitor.visitor().submit(wrong, Map.of("current", PASSWORD));
        assertThat(forgotten.words()).contains("Ce navigateur n’est plus reconnu.");
        assertThat(forgotten.page().select("main a:contains(Ne plus reconnaître)"))
                .isEmpty();
        assertThat(HOUSE.bean(KnownDevices.class)
                        .list(new TenantId("gimic"), HOUSE.account(camille).id()))
                .isEmpty();
        assertThat(visitor.isIn()).isTrue();
        assertThat(visitor.get("/account/activity").words()).contains("Un navigateur n’est plus reconnu");
    }

    @Test
    void activityIsToldInWordsInTheTenantsHoursTheLatestFirst() {
        SignedInVisitor.at(HOUSE, HOUSE.person("gimic", PASSWORD), "127.0.8.9");
        HOUSE.visitor().from("127.0.8.5").get("/gimic/sign-in");
        var stranger = new SignedInVisitor(HOUSE.visitor().from("127.0.8.5"), camille);
        stranger.signIn("deviné");

        var page = visitor.get("/account/activity");
        assertThat(page.page().select("main .entries strong").eachText())
                .containsExactly("Tentative de connexion refusée", "Connexion", "Mot de passe changé");
        var latest = page.first("main .entries > li");
        assertThat(latest.text()).contains("depuis l’adresse 127.0.8.5");
        assertThat(latest.select("time").attr("datetime")).matches(".*\\+0[12]:00");
        assertThat(page.words())
                .contains("Heures locales\u00a0: heure d’Europe centrale.")
                .doesNotContain("127.0.8.9");
    }

    @Test
    void aCopyOfTheDataIsTakenAsAFile() {
        var answer = visitor.send("/account/export", Map.of());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"gimic-account.json\"");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.body())
                .contains(
                        "\"organisation\":\"GIMIC\"",
                        "\"email\":\"" + camille.email() + "\"",
                        "\"givenName\":\"Camille\"",
                        "\"what\":\"authn_login_success\",\"from\":\"127.0.8.1\"",
                        "\"what\":\"user_exported\"",
                        "\"openedAt\":\"20",
                        "\"knownFrom\":\"20",
                        "\"secondFactors\":[]")
                .doesNotContain("argon2", visitor.cookie().getValue(), "digest");
        assertThat(visitor.get("/account/activity").words()).contains("Copie des données téléchargée");
        camille.mailbox().isEmpty();
    }

    @Test
    void anAccountIsDeletedOnceItsHolderMeansIt() {
        var phone = SignedInVisitor.at(HOUSE, camille, "127.0.8.6");
        var explained = visitor.get("/account/delete");
        assertThat(explained.words()).contains("C’est immédiat et définitif", "le journal de sécurité garde un an");
        var wrong = visitor.visitor().submit(explained, Map.of("current", "non"));
        assertThat(wrong.page().select("#current-error").text()).isEqualTo(WRONG);
        assertThat(visitor.isIn()).isTrue();

        var gone = visitor.visitor().submit(wrong, Map.of("current", PASSWORD));
        assertThat(gone.path()).isEqualTo("/gimic/sign-in");
        assertThat(gone.words()).contains("Votre compte est supprimé.");
        assertThat(visitor.isIn()).isFalse();
        assertThat(phone.isIn()).isFalse();
        assertThat(phone.signIn(PASSWORD).status()).isEqualTo(422);

        var letter = camille.mailbox().next();
        assertThat(letter.subject()).isEqualTo("Votre compte GIMIC a été supprimé");
        assertThat(URLDecoder.decode(letter.header("To"), StandardCharsets.UTF_8))
                .isEqualTo(camille.email());
        assertThat(letter.text()).contains(camille.email(), "Ce n’est pas vous", "contact@gimic.example");
        assertThat(letter.html()).contains(camille.email());
        camille.mailbox().isEmpty();
    }
}
