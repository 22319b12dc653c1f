package org.poterne.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.house.MovableClock;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing up where messages are neutral, as they are unless a tenant says otherwise: the page tells a stranger nothing. */
class NeutralRegistrationTests {

    private static final House HOUSE = Newcomer.neutralHouse();

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void somebodySignsUpWithoutAUsernameWhereNoneIsAsked() {
        var noe = Newcomer.at("sanspseudo");
        var visitor = Newcomer.visitor(HOUSE);
        var page = visitor.get("/sanspseudo/sign-up");
        assertThat(page.page().select("main label").eachText()).containsExactly("Nom *", "Email *", "Mot de passe *");
        assertThat(page.page().select("[data-puzzle]")).isEmpty();
        assertThat(page.words()).contains("effacé après 2 jours");
        visitor.submit(page, noe.fields());
        assertThat(visitor.submit(visitor.get(noe.mailbox().next().link()), Map.of())
                        .path())
                .isEqualTo("/sanspseudo/sign-in");
        assertThat(noe.signIn(visitor).path()).isEqualTo("/sanspseudo/");
        var refused =
                Newcomer.at("sanspseudo").withEmail("a@mail.jetable.example").trySignUp(visitor);
        assertThat(refused.page().select("#email-error").text()).contains("jetable");
        noe.mailbox().isEmpty();
    }

    @Test
    void theHolderOfATakenAddressIsToldByLetterAndThePageSaysNothing() {
        var noe = Newcomer.at("ouverte").settle(HOUSE);
        var somebody = Newcomer.at("ouverte").withEmail(noe.email());
        assertThat(somebody.trySignUp(Newcomer.visitor(HOUSE)).path()).isEqualTo("/ouverte/sign-up/sent");
        var letter = noe.mailbox().next();
        assertThat(letter.subject()).isEqualTo("Vous avez déjà un compte Ouverte");
        assertThat(letter.text())
                .contains("Bonjour " + noe.name(), "/ouverte/sign-in", "/ouverte/recovery")
                .doesNotContain(somebody.name());
        assertThat(somebody.signIn(Newcomer.visitor(HOUSE)).status()).isEqualTo(422);
        assertThat(noe.signIn(Newcomer.visitor(HOUSE)).path()).isEqualTo("/ouverte/");
        noe.mailbox().isEmpty();
    }

    @Test
    void whoeverAsksAgainIsAnsweredAlikeAndTheLetterTellsTheTruth() {
        var settled = Newcomer.at("ouverte").settle(HOUSE);
        var pending = Newcomer.at("ouverte");
        var older = pending.signUp(Newcomer.visitor(HOUSE));
        var unknown = Newcomer.at("ouverte");
        for (var noe : List.of(settled, pending, unknown)) {
            assertThat(noe.askAgain(Newcomer.visitor(HOUSE)).path()).isEqualTo("/ouverte/confirm/resent");
        }
        var truth = settled.mailbox().next();
        assertThat(truth.subject()).isEqualTo("Votre compte Ouverte est déjà confirmé");
        assertThat(truth.text()).contains("/ouverte/sign-in");
        var visitor = Newcomer.visitor(HOUSE);
        var newer = pending.mailbox().next().link();
        assertThat(visitor.get(older).status()).isEqualTo(410);
        assertThat(visitor.get(newer).heading()).isEqualTo("Confirmer votre compte");
        unknown.mailbox().isEmpty();
        settled.mailbox().isEmpty();
        pending.mailbox().isEmpty();
    }

    @Test
    void knownUnknownPendingAndClosedAddressesAreAnsweredAlike() {
        var known = Newcomer.at("ouverte").settle(HOUSE);
        var closed = Newcomer.at("ouverte").settle(HOUSE);
        sql("update account set status = 'disabled' where email = ?", closed);
        var pending = Newcomer.at("ouverte");
        pending.signUp(Newcomer.visitor(HOUSE));
        var emails = Stream.of(known, closed, pending, Newcomer.at("ouverte"))
                .map(Newcomer::email)
                .toList();
        var signUps = emails.stream()
                .map(email -> answers("/ouverte/sign-up", "/ouverte/sign-up/sent", email))
                .toList();
        assertThat(signUps).allMatch(signUps.getFirst()::equals);
        var resends = emails.stream()
                .map(email -> answers("/ouverte/confirm/resend", "/ouverte/confirm/resent", email))
                .toList();
        assertThat(resends).allMatch(resends.getFirst()::equals);
        closed.mailbox().isEmpty();
        known.mailbox().next();
        known.mailbox().next();
        known.mailbox().isEmpty();
    }

    /** All but the values that are drawn afresh for everybody. */
    private static List<Object> answers(String path, String then, String email) {
        var visitor = Newcomer.visitor(HOUSE);
        var form = visitor.get(path);
        var fields = Map.of(
                "_csrf",
                form.first("main input[name=_csrf]").attr("value"),
                "name",
                "Noé",
                "username",
                Newcomer.at("ouverte").username(),
                "email",
                email,
                "password",
                "trois mots de plus");
        var answer = visitor.postAndStay(path, fields);
        var page = visitor.get(then);
        return List.of(
                answer.status(),
                answer.body(),
                names(answer),
                answer.header("Location"),
                answer.header("Set-Cookie").replaceAll("[0-9A-Za-z_-]", "x"),
                page.status(),
                page.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", ""));
    }

    /** A username is public: were it still free after a sign-up that was "sent", the address would be somebody's. */
    @Test
    void aUsernameAskedForWithATakenAddressIsGoneAsAfterASignUp() {
        var settled = Newcomer.at("ouverte").settle(HOUSE);
        var wanted = Newcomer.at("ouverte");
        var visitor = Newcomer.visitor(HOUSE);
        for (var email : List.of(settled.email(), wanted.email())) {
            var username = Newcomer.at("ouverte").username();
            var another = Newcomer.at("ouverte").username();
            var first = wanted.withEmail(email).withUsername(username);
            assertThat(first.trySignUp(visitor).path()).isEqualTo("/ouverte/sign-up/sent");
            assertThat(usernameError(Newcomer.at("ouverte").withUsername(username), visitor))
                    .as("taken from then on")
                    .contains("déjà pris");
            assertThat(first.trySignUp(visitor).path())
                    .as("but for the same address")
                    .isEqualTo("/ouverte/sign-up/sent");
            assertThat(first.withUsername(another).trySignUp(visitor).path()).isEqualTo("/ouverte/sign-up/sent");
            assertThat(Newcomer.at("ouverte")
                            .withUsername(username)
                            .trySignUp(visitor)
                            .path())
                    .as("free again when the address asks for another")
                    .isEqualTo("/ouverte/sign-up/sent");
        }
    }

    @Test
    void aTakenUsernameIsToldAlikeForEveryAddress() {
        var settled = Newcomer.at("ouverte").settle(HOUSE);
        var holder = Newcomer.at("ouverte").settle(HOUSE);
        var visitor = Newcomer.visitor(HOUSE);
        var unknown = Newcomer.at("ouverte").withUsername(holder.username());
        assertThat(usernameError(unknown, visitor)).contains("déjà pris");
        assertThat(usernameError(unknown.withEmail(settled.email()), visitor)).contains("déjà pris");
        assertThat(usernameError(unknown.withEmail(holder.email()), visitor)).contains("déjà pris");
        settled.mailbox().isEmpty();
    }

    @Test
    void signingInAfterASignUpDoesNotTellWhetherTheAddressWasFree() {
        var settled = Newcomer.at("ouverte").settle(HOUSE);
        var pending = Newcomer.at("ouverte");
        var answers = Stream.of(Newcomer.at("ouverte").withEmail(settled.email()), pending)
                .map(noe -> {
                    noe.trySignUp(Newcomer.visitor(HOUSE));
                    var seen = noe.signIn(Newcomer.visitor(HOUSE));
                    return List.of(
                            seen.status(),
                            seen.body()
                                    .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                                    .replace(noe.email(), ""),
                            names(seen));
                })
                .toList();
        assertThat(answers.getFirst()).isEqualTo(answers.getLast());
    }

    @Test
    void anAccountThatNobodyConfirmsIsForgottenAndItsUsernamesAreFree() {
        try (var house = Newcomer.neutralHouse()) {
            var pending = Newcomer.at("ouverte");
            pending.signUp(Newcomer.visitor(house));
            var settled = Newcomer.at("ouverte").settle(house);
            Newcomer.at("ouverte").withEmail(settled.email()).trySignUp(Newcomer.visitor(house));
            settled.mailbox().next();
            house.bean(MovableClock.class).forward(Duration.ofDays(7).minusMinutes(2));
            assertThat(kept(house)).containsExactly(2L, 1L);
            house.bean(MovableClock.class).forward(Duration.ofMinutes(4));
            assertThat(kept(house)).containsExactly(1L, 0L);
            assertThat(settled.signIn(Newcomer.visitor(house)).path()).isEqualTo("/ouverte/");
            assertThat(count(house, "scheduled_tasks where task_name like 'purge-unconfirmed%'"))
                    .isEqualTo(1);
            assertThat(count(house, "scheduled_tasks where task_name = 'purge-sign-up-shadows'"))
                    .isEqualTo(1);
        }
    }

    /** How many accounts and how many shadows a purge leaves. */
    private static List<Long> kept(House house) {
        house.bean(Unconfirmed.class).forgetOld();
        house.bean(UsernameShadows.class).forgetExpired();
        return List.of(count(house, "account"), count(house, "sign_up_shadow"));
    }

    private static long count(House house, String rows) {
        return house.bean(JdbcClient.class)
                .sql("select count(*) from " + rows)
                .query(Long.class)
                .single();
    }

    private static void sql(String update, Newcomer noe) {
        HOUSE.bean(JdbcClient.class).sql(update).param(noe.email()).update();
    }

    private static String usernameError(Newcomer noe, Visitor visitor) {
        return noe.trySignUp(visitor).page().select("#username-error").text();
    }

    private static List<String> names(Seen seen) {
        return seen.response().headers().map().keySet().stream().sorted().toList();
    }
}
