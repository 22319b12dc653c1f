package org.poterne.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.membership.Hotel.EXTRANET;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.house.ReadLetter;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.poterne.membership.Hotel;
import org.poterne.membership.Hotel.Employee;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invitations, from the administrator's form to the invited person's first sign-in. */
class InvitationFlowTests {

    private static final House HOUSE = House.open();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String PASSWORD = "quatorze chaises bleues";

    private final Hotel hotel = Hotel.in(HOUSE);
    private final Employee administrator = hotel.administrator().signIn();
    private final Mailbox lou = new Mailbox("lou." + COUNT.incrementAndGet() + "@example.org");

    @AfterEach
    void everyLetterWasExpected() {
        lou.isEmpty();
        administrator.mailbox().isEmpty();
    }

    @Test
    void whoeverIsInvitedChoosesUsernameAndPasswordAndSignsInWithTheRightsOfTheInvitation() {
        var sent = invite(Map.of("right-reservations", "yes", "right-reviews", "yes"));
        assertThat(sent.path()).isEqualTo("/extranet/users/" + hotel.number());
        assertThat(sent.words()).contains("L’invitation est envoyée", "Lou Moreau", "Invitation envoyée");

        var letter = lou.next();
        assertThat(letter.subject()).isEqualTo(hotel.establishment().name() + " vous invite sur Extranet");
        var page = HOUSE.visitor().get(letter.link());
        assertThat(page.heading()).isEqualTo("Rejoindre Extranet");
        assertThat(page.words()).contains("Réservations et Avis des clients", lou.address(), "Sam Petit");

        var username = username();
        var visitor = HOUSE.visitor();
        var accepted = accept(visitor, letter, username);
        assertThat(accepted.path()).isEqualTo("/extranet/sign-in");
        assertThat(accepted.words()).contains("Votre compte est prêt");

        var home = visitor.submit(accepted, Map.of("identifier", username, "password", PASSWORD));
        assertThat(home.words())
                .contains("Bonjour Lou Moreau", hotel.establishment().name());
        var own = visitor.get("/extranet/establishments/" + hotel.number());
        assertThat(own.words()).contains("Réservations et Avis des clients").doesNotContain("Finances");
        assertThat(administrator.get("/users/" + hotel.number()).words())
                .contains("Lou Moreau")
                .doesNotContain("Invitation envoyée");
    }

    @Test
    void aNameAnAddressOrARightThatIsMissingIsToldAndNothingTypedIsLost() {
        var page = administrator.send(path("new"), Map.of("family-name", "", "given-name", "Lou", "email", "lou@"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.first("#email").attr("value")).isEqualTo("lou@");
        assertThat(page.first("#given-name").attr("value")).isEqualTo("Lou");
        assertThat(page.words()).contains("semble incomplète");

        var link = administrator.send(
                path("new"), Map.of("family-name", "Petit http://evil.example", "email", lou.address()));
        assertThat(link.words()).contains("Un nom ne contient pas d’adresse de site.");

        var rights = administrator.send(path("new"), named());
        assertThat(rights.heading()).isEqualTo("Droits d’accès");
        var none = administrator.visitor().submit(rights, Map.of());
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.words()).contains("Sélectionnez au moins un droit.", "Lou Moreau");
    }

    @Test
    void anInvitationSentAgainCarriesAFreshLinkAndTheFirstIsDead() {
        invite(Map.of("right-rates", "yes"));
        var first = lou.next();
        assertThat(press("resend").words()).contains("renvoyée avec un nouveau lien");
        var second = lou.next();
        assertThat(HOUSE.visitor().get(first.link()).status()).isEqualTo(410);
        assertThat(accept(HOUSE.visitor(), second, username()).path()).isEqualTo("/extranet/sign-in");
        assertThat(HOUSE.visitor().get(second.link()).status()).isEqualTo(410);
    }

    @Test
    void aWithdrawnInvitationIsNoneAnyMore() {
        invite(Map.of("right-rates", "yes"));
        var letter = lou.next();
        var visitor = HOUSE.visitor();
        var form = visitor.get(letter.link());
        assertThat(press("withdraw").words())
                .contains("L’invitation est retirée")
                .doesNotContain("Lou Moreau");
        assertThat(visitor.submit(form, chosen(username())).status()).isEqualTo(410);
        assertThat(accounts(lou.address())).isFalse();
    }

    @Test
    void anInvitationExpiresAndSaysSoAndIsSentAgain() {
        invite(Map.of("right-rates", "yes"));
        var letter = lou.next();
        HOUSE.bean(JdbcClient.class)
                .sql("update invitation set expires_at = created_at where email = :email")
                .param("email", lou.address())
                .update();
        assertThat(HOUSE.visitor().get(letter.link()).status()).isEqualTo(410);
        assertThat(administrator.get("/users/" + hotel.number()).words()).contains("Invitation expirée");
        assertThat(press("resend").words()).contains("Invitation envoyée");
        assertThat(HOUSE.visitor().get(lou.next().link()).heading()).isEqualTo("Rejoindre Extranet");
    }

    @Test
    void whoeverHasAnAccountSignsInAndAcceptsThere() {
        var paul = Hotel.somebody(HOUSE);
        invite(paul.email(), Map.of("right-finances", "yes"));
        var letter = paul.mailbox().next();
        var page = paul.visitor().get(letter.link());
        assertThat(page.heading()).isEqualTo("Vous avez déjà un compte");
        assertThat(hotel.rightsOf(paul)).isEmpty();

        paul.signIn();
        assertThat(paul.get("/").words()).contains("Invitations reçues");
        var joined = paul.visitor().submit(paul.get("/invitations"), Map.of());
        assertThat(joined.path()).isEqualTo("/extranet/");
        assertThat(joined.words())
                .contains("Invitation acceptée", hotel.establishment().name());
        assertThat(hotel.rightsOf(paul).orElseThrow().names()).containsExactly("finances");
        assertThat(paul.visitor().get(letter.link()).status()).isEqualTo(410);
        paul.mailbox().isEmpty();
    }

    @Test
    void nobodyAcceptsInTheSessionOfSomebodyElse() {
        invite(Map.of("right-rates", "yes"));
        var letter = lou.next();
        var paul = Hotel.somebody(HOUSE).signIn();
        var page = paul.visitor().get(letter.link());
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.words()).contains("Cette invitation est pour une autre personne", lou.address());
        var form = HOUSE.visitor().get(letter.link());
        assertThat(paul.post("/invitations/accept", chosen(username())).status())
                .isEqualTo(409);
        assertThat(hotel.rightsOf(paul)).isEmpty();
        assertThat(form.heading()).isEqualTo("Rejoindre Extranet");

        var out = paul.visitor().submit(page, Map.of());
        assertThat(out.path()).isEqualTo("/extranet/sign-in");
        assertThat(accept(paul.visitor(), letter, username()).path()).isEqualTo("/extranet/sign-in");
    }

    private Seen invite(Map<String, String> rights) {
        return invite(lou.address(), rights);
    }

    private Seen invite(String email, Map<String, String> rights) {
        var typed = Map.of("given-name", "Lou", "family-name", "Moreau", "email", email);
        var page = administrator.send(path("new"), typed);
        return administrator.visitor().submit(page, rights);
    }

    private Map<String, String> named() {
        return Map.of("given-name", "Lou", "family-name", "Moreau", "email", lou.address());
    }

    private static Seen accept(Visitor visitor, ReadLetter letter, String username) {
        return visitor.submit(visitor.get(letter.link()), chosen(username));
    }

    private static Map<String, String> chosen(String username) {
        return Map.of("username", username, "password", PASSWORD, "confirmation", PASSWORD);
    }

    private Seen press(String deed) {
        var form = administrator.get("/users/" + hotel.number()).first("form[action$=" + deed + "]");
        return administrator.post(form.attr("action").replace("/extranet", ""), Map.of());
    }

    private String path(String step) {
        return "/invitations/" + hotel.number() + "/" + step;
    }

    private static String username() {
        return "lou.moreau." + COUNT.incrementAndGet();
    }

    private static boolean accounts(String email) {
        return HOUSE.bean(Accounts.class)
                .findByEmail(EXTRANET, EmailAddress.parse(email).orElseThrow())
                .isPresent();
    }
}
