package org.poterne.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.agent.Agents;
import org.poterne.house.Axe;
import org.poterne.house.Browser;
import org.poterne.house.House;

/** A person on a phone asks, two agents at their desks answer, in Chromium. */
class DeskBrowserTests {

    private static final House HOUSE = House.open();

    @BeforeEach
    void withFreshBudgets() {
        HOUSE.withFreshBudgets();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aForgottenUsernameFromThePhoneToTheLetter(boolean javaScript) {
        var lea = Member.of(HOUSE, "extranet", 1);
        String number;
        String said;
        String heard;
        try (var phone = javaScript
                ? Browser.phone(HOUSE)
                : Browser.of(HOUSE).withoutJavaScript().open()) {
            phone.open("/extranet/sign-in/trouble");
            phone.link("Vous avez oublié votre nom d’utilisateur ?").click();
            phone.seesHeading("Contacter l’assistance");
            isForEverybody(phone, javaScript);
            phone.button("Envoyer la demande").click();
            assertThat(phone.page()).hasTitle(Pattern.compile("^Erreur"));
            assertThat(phone.field("Prénom et nom *")).isFocused();
            assertThat(phone.field("Prénom et nom *"))
                    .hasAccessibleDescription(Pattern.compile("Renseignez votre prénom"));
            isForEverybody(phone, javaScript);
            phone.field("Prénom et nom *").fill("Léa Moreau");
            phone.field("Adresse email *").fill("lea@example.net");
            phone.field("Établissement *").fill("Hôtel des Remparts");
            phone.field("Votre message *").fill("Je ne retrouve plus mon identifiant.");
            phone.button("Envoyer la demande").click();
            phone.seesHeading("Demande envoyée");
            isForEverybody(phone, javaScript);
            number = phone.page().locator("#number").innerText();
            said = phone.page().locator("#code-yours").innerText();
            heard = phone.page().locator("#code-ours").innerText();
        }
        try (var desk = desk(agent(), javaScript)) {
            desk.page()
                    .getByRole(AriaRole.LINK)
                    .filter(new Locator.FilterOptions().setHasText(number))
                    .click();
            desk.seesHeading("Demande " + number);
            isForEverybody(desk, javaScript);
            desk.button("Prendre en charge").click();
            desk.field("Code de la personne").fill(said);
            desk.button("Vérifier le code").click();
            assertThat(desk.page().locator("#say-code")).hasText(heard);
            isForEverybody(desk, javaScript);
            desk.field("Nom d’utilisateur, adresse email ou établissement").fill(lea.username());
            desk.button("Rechercher").click();
            desk.seesHeading("Rechercher une personne");
            isForEverybody(desk, javaScript);
            desk.button("Choisir ce compte").click();
            verify(desk, javaScript);
            assertThat(desk.page().locator("#account-state")).hasText("Actif");
            reveal(desk, javaScript, lea);
            desk.button("Envoyer le nom d’utilisateur").click();
            assertThat(desk.page().getByRole(AriaRole.STATUS).first()).containsText("part à l’adresse du compte");
        }
        assertThat(lea.mailbox().next().text()).contains(lea.username());
    }

    @Test
    void twoAgentsAndBothMailboxes() {
        var lea = Member.of(HOUSE, "extranet", 5);
        var next = Member.freshMailbox();
        String number;
        try (var holder = Browser.phone(HOUSE)) {
            signIn(holder, lea);
            holder.open("/extranet/account/email");
            holder.link("Changer d’adresse de connexion").click();
            holder.seesHeading("Changer d’adresse de connexion");
            isForEverybody(holder, true);
            holder.field("Nouvelle adresse email *").fill(next.address());
            holder.field("Pourquoi ce changement ? *").fill("Ma boîte ferme.");
            holder.button("Envoyer la demande").click();
            holder.seesHeading("Changer d’adresse de connexion");
            isForEverybody(holder, true);
            number = holder.page().locator("#number").innerText();
        }
        try (var desk = desk(agent(), true)) {
            desk.open("/extranet/desk/requests/" + number);
            desk.button("Prendre en charge").click();
            desk.link("Vérifier l’identité").click();
            verify(desk, true);
            desk.link("Proposer une autre adresse").click();
            desk.seesHeading("Proposer une autre adresse");
            isForEverybody(desk, true);
            assertThat(desk.field("Nouvelle adresse *")).hasValue(next.address());
            desk.field("Motif *").fill("Sa boîte ferme à la fin du mois");
            desk.button("Proposer le changement").click();
            desk.seesHeading("Demande " + number);
        }
        try (var desk = desk(agent(), true)) {
            desk.link("Décisions à deux").click();
            desk.seesHeading("Décisions à deux");
            isForEverybody(desk, true);
            desk.page().locator("#changes a").first().click();
            desk.seesHeading("Changement d’adresse");
            isForEverybody(desk, true);
            desk.button("Approuver").click();
            desk.seesHeading("Décisions à deux");
        }
        try (var phone = Browser.phone(HOUSE)) {
            phone.open(next.next().link());
            phone.seesHeading("Confirmez cette adresse");
            isForEverybody(phone, true);
            phone.button("Oui, c’est mon adresse").click();
            phone.seesHeading("Se connecter à l’extranet");
            var cancel = lea.mailbox().next().link();
            phone.open(cancel);
            phone.seesHeading("Annuler le changement d’adresse");
            phone.button("Annuler le changement").click();
            assertThat(phone.page().getByRole(AriaRole.CHECKBOX)).isFocused();
            isForEverybody(phone, true);
            phone.page().getByRole(AriaRole.CHECKBOX).check();
            phone.button("Annuler le changement").click();
            assertThat(phone.page().getByRole(AriaRole.STATUS).first()).containsText("est annulé");
            phone.open(cancel);
            phone.seesHeading("Ce lien ne fonctionne plus");
            isForEverybody(phone, true);
        }
        lea.mailbox().next();
        next.next();
    }

    /** The desk is used on a phone, too. */
    @Test
    void theDeskFitsAPhone() {
        var lea = Member.of(HOUSE, "extranet", 1);
        try (var desk = Browser.phone(HOUSE)) {
            signIn(desk, agent());
            desk.open("/extranet/desk");
            isForEverybody(desk, true);
            desk.field("Nom d’utilisateur, adresse email ou établissement").fill(lea.username());
            desk.button("Rechercher").click();
            desk.button("Ouvrir une demande pour cet appel").click();
            isForEverybody(desk, true);
            desk.link("Vérifier l’identité").click();
            verify(desk, true);
            isForEverybody(desk, true);
        }
    }

    private static void verify(Browser desk, boolean javaScript) {
        desk.seesHeading("Vérifier l’identité");
        desk.button("Enregistrer et ouvrir la fiche").click();
        assertThat(desk.page().getByRole(AriaRole.ALERT)).containsText("Trop peu de preuves");
        isForEverybody(desk, javaScript);
        desk.page().getByLabel("Numéro du contrat de l’établissement").check();
        desk.page().getByLabel("Montant de la dernière facture").check();
        desk.button("Enregistrer et ouvrir la fiche").click();
        assertThat(desk.page().locator("#account-state")).isVisible();
        isForEverybody(desk, javaScript);
    }

    private static void reveal(Browser desk, boolean javaScript, Member lea) {
        desk.page().getByText("Afficher l’adresse email").click();
        desk.page().locator("#reason-email").fill("Elle épelle son adresse");
        desk.page()
                .locator("form[action$='/reveal']")
                .first()
                .getByRole(AriaRole.BUTTON)
                .click();
        assertThat(desk.page().locator("#email")).hasText(lea.email());
        isForEverybody(desk, javaScript);
    }

    private static Member agent() {
        var member = Member.of(HOUSE, "extranet", 0);
        HOUSE.bean(Agents.class).appoint(member.tenant(), member.account().id());
        return member;
    }

    private static Browser desk(Member agent, boolean javaScript) {
        var which = Browser.of(HOUSE).desktop();
        var desk = javaScript ? which.open() : which.withoutJavaScript().open();
        signIn(desk, agent);
        desk.link("Assistance").first().click();
        desk.seesHeading("Assistance");
        isForEverybody(desk, javaScript);
        return desk;
    }

    private static void signIn(Browser browser, Member member) {
        browser.open("/extranet/sign-in");
        browser.field("Nom d’utilisateur").fill(member.username());
        browser.field("Mot de passe").fill(Member.PASSWORD);
        browser.button("Se connecter").click();
        browser.seesHeading("Bonjour " + member.account().fullName());
    }

    /** The rules are a script. */
    private static void isForEverybody(Browser browser, boolean javaScript) {
        if (javaScript) {
            assertThat(Axe.findings(browser.page())).isEmpty();
            assertThat((int) browser.page().evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                    .isLessThanOrEqualTo(0);
        }
    }
}
