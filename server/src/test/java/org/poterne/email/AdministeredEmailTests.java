package org.poterne.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.email.Mover.PASSWORD;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poterne.house.House;
import org.poterne.house.Person;
import org.poterne.house.Visitor;
import org.poterne.tenant.TenantId;
import org.poterne.token.OneTimeToken;
import org.springframework.jdbc.core.simple.JdbcClient;

/** "Vous ne pouvez pas modifier l’adresse e-mail que vous utilisez pour vous connecter", as extranet's help page tells it. */
class AdministeredEmailTests {

    private static final House HOUSE = House.open();

    @Test
    void thePageSaysWhoChangesAnAddressAndHow() {
        var visitor = signedIn(HOUSE.person("extranet", PASSWORD));
        var account = visitor.get("/extranet/account");
        var page = visitor.get(account.first("main a:contains(Adresse e-mail)").attr("href"));
        assertThat(page.path()).isEqualTo("/extranet/account/email");
        assertThat(page.words())
                .contains(
                        "Vous ne pouvez pas modifier l’adresse e-mail que vous utilisez pour vous connecter. Cependant,"
                                + " l’administrateur du compte peut créer un nouvel identifiant à l’aide d’une adresse e-mail"
                                + " différente et supprimer l’ancienne. Voici comment procéder\u00a0:");
        assertThat(page.page().select("main ol").get(0).select("li").eachText())
                .containsExactly(
                        "Connectez-vous à l’extranet.",
                        "Cliquez sur Compte puis sur Ajouter et gérer des utilisateurs.",
                        "Sélectionnez Ajouter un utilisateur puis Nouvel utilisateur.",
                        "Saisissez le nom et l’adresse e-mail de l’utilisateur, puis cliquez sur Étape suivante :"
                                + " configuration des droits d’accès.",
                        "Sélectionnez les droits dont doit disposer cet utilisateur et cliquez sur Envoyer l’invitation.");
        assertThat(page.page().select("main ol").get(1).select("li").eachText())
                .containsExactly(
                        "Connectez-vous à l’extranet.",
                        "Cliquez sur Compte puis sur Ajouter et gérer des utilisateurs.",
                        "Cliquez sur le bouton Gérer, situé à côté de l’ancien identifiant de connexion.",
                        "Sélectionnez Supprimer l’utilisateur.");
        assertThat(page.page().select("main form")).isEmpty();
        assertThat(page.page().select("main a").eachAttr("href"))
                .containsExactly("/extranet/assistance", "/extranet/account");
    }

    /** ASVS 2.1.3: the page without a form is a courtesy, the server refuses. */
    @Test
    void whoeverPostsAllTheSameIsRefusedAndNothingIsOwed() {
        var camille = HOUSE.person("extranet", PASSWORD);
        var visitor = signedIn(camille);
        var wanted = Mover.freshMailbox();
        var csrf = visitor.get("/extranet/account/password")
                .first("main input[name=_csrf]")
                .attr("value");
        for (var typed : List.of(
                Map.of("email", wanted.address(), "current", PASSWORD),
                Map.of("email", wanted.address(), "current", "faux"),
                Map.of("email", "camille@"),
                Map.<String, String>of())) {
            var fields = new java.util.HashMap<>(typed);
            fields.put("_csrf", csrf);
            var answer = visitor.post("/extranet/account/email", fields);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.words()).contains("Vous ne pouvez pas modifier l’adresse e-mail");
            assertThat(answer.body()).doesNotContain(wanted.address());
        }
        assertThat(HOUSE.bean(JdbcClient.class)
                        .sql("select count(*) from email_change where account_id = ?")
                        .param(HOUSE.account(camille).id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(signedIn(camille).get("/extranet/account").words()).contains(camille.email());
        wanted.isEmpty();
        camille.mailbox().isEmpty();
    }

    /** A wish of before the tenant decided so is not granted after. */
    @Test
    void aLinkOfBeforeIsDead(@TempDir Path tenants) throws Exception {
        var file = Files.createDirectories(tenants.resolve("gimic")).resolve("tenant.yaml");
        var tenant = "name: GIMIC\nlanguages: [fr]\ncontact: { mail: aide@gimic.example }\n";
        Files.writeString(file, tenant + "email: { change: administrator }\n");
        var camille = Mover.at(HOUSE);
        var link = camille.link();
        try (var node = HOUSE.secondNode(EmptyAddition.class, Map.of("poterne.tenants", tenants))) {
            var visitor = node.visitor().withCookiesOf(camille.visitor());
            var page = visitor.get(link.getRawPath() + "?" + link.getRawQuery());
            assertThat(page.status()).isEqualTo(410);
            var token = OneTimeToken.parse(secret(link)).orElseThrow();
            assertThat(node.bean(AddressConfirmation.class).look(new TenantId("gimic"), token))
                    .isEmpty();
        }
        assertThat(camille.visitor().get(link).status())
                .as("where holders change it")
                .isEqualTo(200);
    }

    /** Nothing is added. */
    static class EmptyAddition {}

    private static String secret(URI link) {
        return link.getQuery().substring("token=".length());
    }

    private static Visitor signedIn(Person person) {
        var name = "n" + person.email().replaceAll("\\D", "");
        HOUSE.bean(JdbcClient.class)
                .sql("""
                        update account set username = :name, username_canonical = :name, username_skeleton = :name
                         where id = :id
                        """)
                .param("name", name)
                .param("id", HOUSE.account(person).id().value())
                .update();
        var visitor = HOUSE.visitor();
        var home = visitor.submit(visitor.get("/extranet/sign-in"), Map.of("identifier", name, "password", PASSWORD));
        assertThat(home.path()).isEqualTo("/extranet/");
        return visitor;
    }
}
