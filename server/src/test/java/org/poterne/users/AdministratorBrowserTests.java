package org.poterne.users;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.poterne.house.Browser;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.membership.Hotel;
import org.poterne.membership.Hotel.Employee;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lists of extranet's help page that an administrator follows, walked as written, with the letters of three people. */
class AdministratorBrowserTests {

    private static final House HOUSE = House.open();

    private final Hotel hotel = Hotel.in(HOUSE);
    private final Employee administrator = hotel.administrator();

    @BeforeEach
    void nothingIsSpent() {
        HOUSE.withFreshBudgets();
    }

    static Stream<Browser.Builder> browsers() {
        return Stream.of(Browser.of(HOUSE), Browser.of(HOUSE).desktop().withoutJavaScript());
    }

    /** "Comment créer un nouveau nom d'utilisateur", and the deletion of the old one. */
    @ParameterizedTest
    @MethodSource("browsers")
    void commentCreerUnNouveauNomDUtilisateur(Browser.Builder builder) {
        var old = hotel.employee("reservations");
        var address = new Mailbox("nouvelle." + UUID.randomUUID() + "@example.org");
        try (var browser = builder.open()) {
            signIn(browser, administrator);
            toUsers(browser);
            browser.link("Ajouter un utilisateur").click();
            browser.link("Nouvel utilisateur").click();
            browser.field("Prénom").fill("Sam");
            browser.field("Nom *").fill("Petit");
            browser.field("Adresse e-mail *").fill(address.address());
            browser.button("Étape suivante : configuration des droits d’accès").click();
            browser.seesHeading("Droits d’accès");
            tick(browser, "Réservations");
            tick(browser, "Avis des clients");
            browser.button("Envoyer l’invitation").click();
            assertThat(browser.page().getByText("L’invitation est envoyée.")).isVisible();

            accept(address, "sam." + UUID.randomUUID().toString().substring(0, 8));

            toUsers(browser);
            row(browser, old.email())
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Gérer"))
                    .click();
            browser.link("Supprimer l’utilisateur").click();
            browser.button("Supprimer définitivement").click();
            assertThat(browser.page().getByText("L’utilisateur est supprimé.")).isVisible();
            assertThat(row(browser, old.email())).hasCount(0);
            assertThat(row(browser, address.address())).containsText("Actif");
        }
        old.mailbox().next();
        address.isEmpty();
    }

    /** "Pour ajouter un autre établissement à un compte". */
    @ParameterizedTest
    @MethodSource("browsers")
    void pourAjouterUnAutreEtablissementAUnCompte(Browser.Builder builder) {
        var other = Hotel.in(HOUSE);
        var answering = other.administrator();
        try (var browser = builder.open()) {
            signIn(browser, administrator);
            toUsers(browser);
            browser.link("Ajouter un utilisateur").click();
            browser.link("Utilisateur existant").click();
            browser.field("Identifiant de l’établissement *").fill(other.number());
            browser.field("Adresse e-mail de l’établissement *").fill(other.email());
            browser.button("Voir les droits d’accès").click();
            tick(browser, "Finances");
            browser.button("Envoyer l’invitation").click();
            assertThat(browser.page().getByText("En attente")).isVisible();

            try (var there = Browser.phone(HOUSE)) {
                there.open(answering.mailbox().next().link());
                typeIdentity(there, answering);
                there.open("/extranet/users");
                there.page().getByText(hotel.establishment().name()).first().click();
                there.button("Accepter").click();
                assertThat(there.page().getByText("Accès accepté")).isVisible();
            }

            browser.open("/extranet/");
            assertThat(browser.page()
                            .getByRole(
                                    AriaRole.HEADING,
                                    new Page.GetByRoleOptions().setName("Choisissez un établissement")))
                    .isVisible();
            browser.link(other.establishment().name()).click();
            assertThat(browser.page().getByText("Finances")).isVisible();
        }
        administrator.mailbox().next();
    }

    @ParameterizedTest
    @MethodSource("browsers")
    void afterFiveMinutesThePasswordIsAskedInPlace(Browser.Builder builder) {
        var colleague = hotel.employee("reservations");
        try (var browser = builder.open()) {
            signIn(browser, administrator);
            browser.open("/extranet/users/" + hotel.number() + "/manage/" + colleague.id());
            tick(browser, "Avis des clients");
            HOUSE.bean(JdbcClient.class)
                    .sql("update session set opened_at = opened_at - interval '6 minutes' where account_id = :account")
                    .param("account", administrator.id().value())
                    .update();
            browser.button("Enregistrer les droits").click();
            browser.seesHeading("Confirmez que c’est bien vous");
            browser.field("Mot de passe actuel *").fill(Hotel.PASSWORD);
            browser.button("Confirmer").click();
            assertThat(browser.page().getByText("Les droits sont enregistrés.")).isVisible();
            assertThat(row(browser, colleague.email())).containsText("Réservations et Avis des clients");
        }
    }

    private static void toUsers(Browser browser) {
        browser.open("/extranet/");
        browser.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Compte").setExact(true))
                .click();
        browser.link("Ajouter et gérer des utilisateurs").click();
        browser.seesHeading("Utilisateurs");
    }

    private static void signIn(Browser browser, Employee somebody) {
        browser.open("/extranet/sign-in");
        typeIdentity(browser, somebody);
    }

    private static void typeIdentity(Browser browser, Employee somebody) {
        browser.field("Nom d’utilisateur").fill(somebody.username());
        browser.field("Mot de passe").fill(Hotel.PASSWORD);
        browser.andArrive(() -> browser.button("Se connecter").click());
    }

    /** The invited person's own phone. */
    private static void accept(Mailbox address, String username) {
        try (var browser = Browser.phone(HOUSE)) {
            browser.open(address.next().link());
            browser.seesHeading("Rejoindre Extranet");
            browser.field("Nom d’utilisateur *").fill(username);
            browser.field("Mot de passe *").fill("quatorze chaises bleues");
            browser.field("Confirmez votre mot de passe *").fill("quatorze chaises bleues");
            browser.button("Accepter l’invitation").click();
            assertThat(browser.page().getByText("Votre compte est prêt.")).isVisible();
            browser.field("Nom d’utilisateur").fill(username);
            browser.field("Mot de passe").fill("quatorze chaises bleues");
            browser.button("Se connecter").click();
            browser.seesHeading("Bonjour Sam Petit");
        }
    }

    private static void tick(Browser browser, String right) {
        browser.page()
                .getByLabel(right, new Page.GetByLabelOptions().setExact(true))
                .check();
    }

    private static Locator row(Browser browser, String email) {
        return browser.page().locator(".people > li").filter(new Locator.FilterOptions().setHasText(email));
    }
}
