package org.poterne.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.renewal.ExpiringHouse.ANNEE;
import static org.poterne.renewal.ExpiringHouse.FRESH;
import static org.poterne.renewal.ExpiringHouse.PASSWORD;
import static org.poterne.renewal.ExpiringHouse.form;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.poterne.device.UserBrowser;
import org.poterne.house.Hands;
import org.poterne.house.House;
import org.poterne.house.MovableClock;
import org.poterne.house.Person;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.poterne.session.Destination;
import org.poterne.session.Entry;
import org.poterne.session.SessionOrigin;
import org.poterne.throttle.ClientAddress;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A password that has expired, from the door to the next one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenewalFlowTests {

    private static final Duration NINETY_DAYS = Duration.ofDays(90);
    private static final Duration HOUR = Duration.ofHours(1);

    private final ExpiringHouse expiring = ExpiringHouse.open();
    private final House house = expiring.house();

    @AfterAll
    void stop() {
        expiring.close();
    }

    @Test
    void anExpiredPasswordLeadsToANewOneAndOn() {
        var camille = expiring.person();
        var visitor = expiring.visitor();
        expiring.forward(NINETY_DAYS.minus(HOUR));
        assertThat(expiring.signIn(visitor, camille, PASSWORD).path())
                .as("on the last day")
                .isEqualTo("/annee/");
        camille.mailbox().next(); // of the day before
        expiring.forward(HOUR);

        var page = expiring.atTheRenewal(visitor, camille);
        assertThat(page.heading()).isEqualTo("Votre mot de passe a expiré");
        assertThat(page.words()).contains("Chez Année, un mot de passe est valable 90 jours");
        assertThat(page.first("#password-rules").text()).contains("différent de vos 5 derniers mots de passe");
        assertThat(page.first("main .way-on a[href$=recovery]").text()).isEqualTo("J’ai oublié mon mot de passe");
        assertThat(page.header("Cache-Control")).contains("no-store");

        var done = visitor.submit(page, form(PASSWORD, FRESH));
        assertThat(done.path()).isEqualTo("/annee/");
        assertThat(done.words()).contains("Votre mot de passe est changé.");
        assertThat(visitor.get("/annee/account").words()).contains("Valable jusqu’au");
        assertThat(expiring.signIn(expiring.visitor(), camille, PASSWORD).status())
                .isEqualTo(422);
        assertThat(expiring.signIn(expiring.visitor(), camille, FRESH).path()).isEqualTo("/annee/");
        assertThat(camille.mailbox().next().subject()).isEqualTo("Votre mot de passe Année a été changé");
        camille.mailbox().isEmpty();
    }

    @Test
    void aWrongPasswordLearnsNothingOfTheExpiry() {
        var camille = expiring.person();
        var before = seen(expiring.signIn(expiring.visitor(), camille, "autre chose"), camille);
        expiring.forward(NINETY_DAYS);
        assertThat(seen(expiring.signIn(expiring.visitor(), camille, "autre chose"), camille))
                .isEqualTo(before);
        var nobody = new Person("annee", "personne@example.org");
        assertThat(seen(expiring.signIn(expiring.visitor(), nobody, "autre chose"), nobody))
                .isEqualTo(before);
    }

    @Test
    void theNewOneIsNoneOfTheLastFiveNorTheOldOneCountedUp() {
        var camille = expiring.person();
        expiring.replace(camille, "le tout premier verger");
        for (var number = 1; number <= 4; number++) {
            expiring.replace(camille, "verger de pommes n° " + "abcd".charAt(number - 1) + number);
        }
        expiring.replace(camille, "Printemps2024!");
        expiring.forward(NINETY_DAYS);
        var visitor = expiring.visitor();
        var page = expiring.signIn(visitor, camille, "Printemps2024!");
        for (var refused : List.of("Printemps2024!", "Printemps2025!", "printemps2024!", "verger de pommes n° b2")) {
            page = visitor.submit(page, form("Printemps2024!", refused));
            assertThat(page.status()).as(refused).isEqualTo(422);
            assertThat(page.first("#password-error").text()).contains("l’un de vos 5 derniers, ou presque");
        }
        assertThat(visitor.submit(page, form("Printemps2024!", "le tout premier verger"))
                        .path())
                .as("the sixth is free")
                .isEqualTo("/annee/");
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndTheWayGoesOn() {
        var camille = expiring.person();
        expiring.forward(NINETY_DAYS);
        var visitor = expiring.visitor();
        var page = expiring.atTheRenewal(visitor, camille);
        page = visitor.submit(page, Map.of("current", PASSWORD, "password", FRESH, "confirmation", "autre"));
        assertThat(page.first("#confirmation-error").text()).contains("ne sont pas identiques");
        page = visitor.submit(page, form("", FRESH));
        assertThat(page.first("#current-error").text()).contains("Rien n’a été changé");
        page = visitor.submit(page, form("autre chose", FRESH));
        assertThat(page.first("#current-error").text()).contains("Rien n’a été changé");
        page = visitor.submit(page, form(PASSWORD, "court"));
        assertThat(page.first("#password-error").text()).contains("trop court");
        assertThat(page.first("title").text()).startsWith("Erreur");
        assertThat(visitor.submit(page, form(PASSWORD, FRESH)).path()).isEqualTo("/annee/");
        camille.mailbox().next();
        camille.mailbox().isEmpty();
        assertThat(events(camille)).contains("authn_password_expired_refused", "authn_password_change");
    }

    /** As at every other door: a session's thief would else have found a place to guess. */
    @Test
    void wrongOnesAreCountedWithThoseAtTheDoor() {
        var camille = expiring.person();
        expiring.forward(NINETY_DAYS);
        var visitor = expiring.visitor();
        var page = expiring.atTheRenewal(visitor, camille);
        for (var guess = 0; guess < 5; guess++) {
            page = visitor.submit(page, form("autre chose " + guess, FRESH));
        }
        assertThat(page.first("#current-error").text()).contains("Trop de mots de passe erronés");
        page = visitor.submit(page, form(PASSWORD, FRESH));
        assertThat(page.status()).as("right, and not compared").isEqualTo(422);
        assertThat(expiring.signIn(expiring.visitor(), camille, PASSWORD).status())
                .isEqualTo(422);
        camille.mailbox().next(); // how to unlock
        camille.mailbox().isEmpty();
    }

    @Test
    void everythingElseThatTheOldOneOpenedEnds() {
        var camille = expiring.person();
        var other = expiring.visitor();
        expiring.forward(NINETY_DAYS.minus(Duration.ofMinutes(10)));
        expiring.signIn(other, camille, PASSWORD);
        camille.mailbox().next();
        expiring.forward(Duration.ofMinutes(10));
        var visitor = expiring.visitor();
        var half = expiring.visitor();
        var page = expiring.atTheRenewal(visitor, camille);
        var halfway = expiring.atTheRenewal(half, camille);
        visitor.submit(page, form(PASSWORD, FRESH));
        assertThat(other.get("/annee/account").path()).isEqualTo("/annee/sign-in");
        var late = half.submit(halfway, form(PASSWORD, "une tout autre clé"));
        assertThat(late.path()).isEqualTo("/annee/sign-in");
        assertThat(late.words()).contains("Connectez-vous de nouveau");
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    @Test
    void ofTenBrowsersThatRenewAtOnceOneDoes() {
        var camille = expiring.person();
        expiring.forward(NINETY_DAYS);
        var visitors = IntStream.range(0, 10).mapToObj(_ -> expiring.visitor()).toList();
        var pages = visitors.stream()
                .map(visitor -> expiring.atTheRenewal(visitor, camille))
                .toList();
        var ends = Hands.allAtOnce(IntStream.range(0, 10)
                .<Callable<String>>mapToObj(number -> () -> visitors.get(number)
                        .submit(pages.get(number), form(PASSWORD, FRESH + number))
                        .path())
                .toList());
        assertThat(ends.stream().filter("/annee/"::equals)).hasSize(1);
        assertThat(visitors.stream().filter(this::isIn)).hasSize(1);
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    @Test
    void withoutAnEntryThePageLeadsToTheDoor() {
        var visitor = expiring.visitor();
        assertThat(visitor.get("/annee/sign-in/renewal").path()).isEqualTo("/annee/sign-in");
        var token = visitor.get("/annee/sign-in").first("input[name=_csrf]").attr("value");
        var posted = visitor.post(
                "/annee/sign-in/renewal",
                Map.of("_csrf", token, "current", PASSWORD, "password", FRESH, "confirmation", FRESH));
        assertThat(posted.path()).isEqualTo("/annee/sign-in");
    }

    @Test
    void anEntryOfAnotherTenantAndOneThatIsTooOldAreNone() {
        var camille = expiring.person();
        expiring.forward(NINETY_DAYS);
        var visitor = expiring.visitor();
        var page = expiring.atTheRenewal(visitor, camille);
        assertThat(visitor.get("/mois/sign-in/renewal").path()).isEqualTo("/mois/sign-in");
        expiring.forward(Duration.ofMinutes(10));
        assertThat(visitor.submit(page, form(PASSWORD, FRESH)).path()).isEqualTo("/annee/sign-in");
        assertThat(isIn(visitor)).isFalse();
        assertThat(expiring.atTheRenewal(expiring.visitor(), camille).status()).isEqualTo(200);
    }

    /** EX-5, W-3: an expired password is no reason to be kept out, and what follows is good for its own ninety days. */
    @Test
    void aForgottenPasswordIsResetAfterItsExpiryAndTheDaysBeginAnew() {
        var camille = expiring.person();
        expiring.forward(Duration.ofDays(200));
        var visitor = expiring.visitor();
        visitor.submit(visitor.get("/annee/recovery"), Map.of("email", camille.email()));
        var page = visitor.get(camille.mailbox().next().link());
        assertThat(visitor.submit(page, Map.of("password", FRESH, "confirmation", FRESH))
                        .path())
                .isEqualTo("/annee/sign-in");
        camille.mailbox().next();
        assertThat(expiring.signIn(visitor, camille, FRESH).path()).isEqualTo("/annee/");
        expiring.forward(Duration.ofDays(89));
        assertThat(expiring.signIn(expiring.visitor(), camille, FRESH).path()).isEqualTo("/annee/");
        camille.mailbox().next(); // tomorrow
        expiring.forward(Duration.ofDays(1));
        assertThat(expiring.signIn(expiring.visitor(), camille, FRESH).path()).isEqualTo("/annee/sign-in/renewal");
        camille.mailbox().isEmpty();
    }

    /** EX-5: there is no least age. */
    @Test
    void aPasswordIsChangedTwiceInAMinute() {
        var camille = expiring.person();
        var visitor = expiring.visitor();
        expiring.signIn(visitor, camille, PASSWORD);
        visitor.submit(visitor.get("/annee/account/password"), form(PASSWORD, FRESH));
        var again = visitor.submit(visitor.get("/annee/account/password"), form(FRESH, "et encore une autre"));
        assertThat(again.path()).isEqualTo("/annee/account");
        camille.mailbox().next();
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    @Test
    void whoeverWasGoingToChangeThePasswordHasDoneSo() {
        var camille = expiring.person();
        expiring.forward(NINETY_DAYS);
        var visitor = expiring.visitor();
        var door = visitor.get("/annee/account/password");
        assertThat(door.path()).isEqualTo("/annee/sign-in");
        var page = visitor.submit(door, Map.of("identifier", camille.email(), "password", PASSWORD));
        assertThat(visitor.submit(page, form(PASSWORD, FRESH)).path()).isEqualTo("/annee/");
        camille.mailbox().next();
    }

    /** W-3: whoever shows no password is not asked for a new one. */
    @Test
    void whoeverComesWithoutAPasswordIsNotAsked() {
        var camille = expiring.person();
        expiring.forward(NINETY_DAYS);
        var now = house.bean(MovableClock.class).instant();
        var origin = new SessionOrigin(ClientAddress.of("127.0.0.1"), UserBrowser.parse("Firefox/142.0 (Linux)"));
        var account = house.account(camille).id();
        var step = house.bean(RenewalStep.class);
        var bare = Entry.with(Set.of("passkey"), account, origin, Optional.empty(), Destination.HOME);
        assertThat(step.isDue(ANNEE, bare)).isFalse();
        var old = Entry.withPassword(account, now.minus(NINETY_DAYS), origin, Optional.empty(), Destination.HOME);
        assertThat(step.isDue(ANNEE, old)).isTrue();
        var young = Entry.withPassword(
                account, now.minus(NINETY_DAYS).plusSeconds(60), origin, Optional.empty(), Destination.HOME);
        assertThat(step.isDue(ANNEE, young)).isFalse();
    }

    private boolean isIn(Visitor visitor) {
        return visitor.get("/annee/account").path().equals("/annee/account");
    }

    private List<String> events(Person person) {
        return house.bean(JdbcClient.class)
                .sql("select what from audit_event where account_id = :account")
                .param("account", house.account(person).id().value())
                .query((row, _) -> row.getString("what"))
                .list();
    }

    /** All that arrives, but for what is random or was typed. */
    private static List<Object> seen(Seen answer, Person person) {
        return List.of(
                answer.status(),
                answer.path(),
                answer.response().headers().map().keySet().stream().sorted().toList(),
                answer.response().headers().allValues("set-cookie").stream()
                        .map(cookie -> cookie.replaceAll("=[^;]*", ""))
                        .toList(),
                answer.body().replace(person.email(), "").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", ""));
    }
}
