package org.poterne.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.house.Person;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the forgotten password to the open door, as gimic's help page tells it. */
class RecoveryFlowTests {

    private static final House HOUSE = House.open();
    private static final String TYPED = "café 42";

    @Test
    void aForgottenPasswordIsReplacedOnceThroughTheMailedLink() {
        var camille = HOUSE.person("gimic");
        var visitor = HOUSE.visitor();

        var door = visitor.get("/gimic/sign-in");
        assertThat(door.heading()).isEqualTo("Se connecter à GIMIC");
        assertThat(door.page().select(".nav a").eachText()).containsExactly("GIMIC", "OPP", "iCoop", "Contacts");
        assertThat(door.page().select("main label").eachText()).containsExactly("Email", "Mot de passe");
        assertThat(door.first("main button[type=submit]").text()).isEqualTo("Se connecter");

        var forgot = visitor.get(door.first("a:contains(Mot de passe oublié)").attr("href"));
        assertThat(forgot.heading()).isEqualTo("Mot de passe oublié\u202f?");
        assertThat(forgot.page().select("main label").eachText()).containsExactly("Email *");
        assertThat(forgot.page().select("main button").text()).isEqualTo("Envoyer les instructions par email");

        var sent = visitor.submit(forgot, Map.of("email", camille.email()));
        assertThat(sent.path()).isEqualTo("/gimic/recovery/sent");
        assertThat(sent.words()).contains("«\u00a0Spam\u00a0»", "«\u00a0pourriel\u00a0»", "no-reply@poterne.example");

        var letter = camille.mailbox().next();
        assertThat(letter.text()).contains("Changer mon mot de passe");
        assertThat(letter.html())
                .contains("Changer mon mot de passe")
                .contains(letter.link().toString());

        var choose = visitor.get(letter.link());
        assertThat(choose.path()).isEqualTo("/gimic/recovery/password");
        assertThat(choose.heading()).isEqualTo("Changer votre mot de passe");
        assertThat(choose.page().select("main label").eachText())
                .contains("Nouveau mot de passe *", "Confirmez votre mot de passe *");
        assertThat(choose.words()).contains("6 caractères minimum", "15 caractères ou plus sont recommandés");
        assertThat(choose.page().select("main button[type=submit]").text()).isEqualTo("Changer mon mot de passe");

        var saved = visitor.submit(choose, twice(TYPED));
        assertThat(saved.path()).isEqualTo("/gimic/sign-in");
        assertThat(saved.words())
                .contains("Votre mot de passe est enregistré. Vous pouvez désormais vous connecter avec celui-ci.");

        var home = signIn(visitor, saved, camille, TYPED);
        assertThat(home.path()).isEqualTo("/gimic/");
        assertThat(home.page().select("main a").eachText()).anyMatch(text -> text.startsWith("OPP"));

        var out = visitor.post(
                "/gimic/sign-out",
                Map.of("_csrf", home.first("footer input[name=_csrf]").attr("value")));
        assertThat(out.path()).isEqualTo("/gimic/sign-in");
        assertThat(visitor.get("/gimic/").path()).isEqualTo("/gimic/sign-in");

        var notice = camille.mailbox().next();
        assertThat(notice.subject()).isEqualTo("Votre mot de passe GIMIC a été changé");
        assertThat(visitor.get(letter.link()).heading()).isEqualTo("Ce lien ne fonctionne pas");
        camille.mailbox().isEmpty();
    }

    @Test
    void aRefusedPasswordIsToldBesideItsFieldAndLeavesTheLinkGood() {
        var camille = HOUSE.person("gimic");
        var visitor = HOUSE.visitor();
        var page = visitor.get(ask(visitor, camille));

        page = visitor.submit(page, Map.of("password", "abcdef", "confirmation", "abcdeg"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#confirmation-error").text()).contains("ne sont pas identiques");

        page = visitor.submit(page, twice("12345"));
        assertThat(page.page().select("#password-error").text()).contains("au moins 6 caractères");

        page = visitor.submit(page, twice("a".repeat(257)));
        assertThat(page.page().select("#password-error").text()).contains("256 caractères au plus");

        page = visitor.submit(page, twice(""));
        assertThat(page.page().select("#password-error").text()).isNotEmpty();
        assertThat(page.page().select("input[type=password]").eachAttr("value")).allMatch(String::isEmpty);

        assertThat(visitor.submit(page, twice("é".repeat(256))).path()).isEqualTo("/gimic/sign-in");
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    @Test
    void aNewerLinkEndsTheOlderOne() {
        var camille = HOUSE.person("gimic");
        var visitor = HOUSE.visitor();
        var older = ask(visitor, camille);
        var newer = ask(visitor, camille);

        assertThat(visitor.get(older).heading()).isEqualTo("Ce lien ne fonctionne pas");
        assertThat(visitor.submit(visitor.get(newer), twice(TYPED)).path()).isEqualTo("/gimic/sign-in");
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    @Test
    void anAddressThatCannotBeOneIsToldAndKept() {
        var visitor = HOUSE.visitor();
        var page = visitor.submit(visitor.get("/gimic/recovery"), Map.of("email", "camille@"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#email-error").text()).contains("incomplète");
        assertThat(page.page().select("#email").attr("value")).isEqualTo("camille@");
    }

    static URI ask(Visitor visitor, Person person) {
        visitor.submit(visitor.get("/" + person.tenant() + "/recovery"), Map.of("email", person.email()));
        return person.mailbox().next().link();
    }

    static Map<String, String> twice(String password) {
        return Map.of("password", password, "confirmation", password);
    }

    static Seen signIn(Visitor visitor, Seen door, Person person, String password) {
        return visitor.submit(door, Map.of("identifier", person.email(), "password", password));
    }

    @Test
    void anAddressThatHasJustChangedOpensNothingForAWhile() {
        var camille = HOUSE.person("gimic");
        HOUSE.bean(JdbcClient.class)
                .sql("update account set recoverable_from = now() + interval '3 days' where id = ?")
                .param(HOUSE.account(camille).id().value())
                .update();
        var visitor = HOUSE.visitor();
        visitor.submit(visitor.get("/gimic/recovery"), Map.of("email", camille.email()));
        assertThat(camille.mailbox().next().text()).contains("vient de changer").doesNotContain("/recovery/open");
        camille.mailbox().isEmpty();
    }
}
