package org.poterne.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poterne.house.Hands;
import org.poterne.house.House;
import org.poterne.house.Person;
import org.poterne.house.Seen;
import org.poterne.house.SoftKey;
import org.poterne.house.Visitor;
import org.poterne.passkey.KeyHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A procedure that asks a letter and a passkey: the mailbox alone chooses no password (RT-11). */
class PasskeyBehindLinkTests {

    private static final House HOUSE = House.open();
    private static final String HERE = "/recovery/passkey";
    private static final String NEW = "une tout autre phrase de passe";
    private static final String REFUSED = "Cette clé d’accès n’a pas été acceptée";

    @BeforeEach
    void nothingIsSpent() {
        HOUSE.withFreshBudgets();
    }

    @Test
    void theLinkThenThePasskeyOpenTheLastPage() {
        var camille = holder();
        var key = added(camille);
        var lost = camille.elsewhere();
        assertThat(open(lost, letter(lost)).path()).isEqualTo("/exigeante/recovery/passkey");

        var wrong = lost.post(HERE, key.unverified().sign(lost.question(HERE)));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("[role=alert]").text()).startsWith(REFUSED);
        var choose = lost.post(HERE, key.verified().sign(lost.question(HERE)));
        assertThat(choose.path()).isEqualTo("/exigeante/recovery/password");
        assertThat(lost.get(HERE).path()).as("Back leads on").isEqualTo("/exigeante/recovery/password");
        var refused = lost.visitor().submit(choose, Map.of("password", "court", "confirmation", "court"));
        assertThat(refused.status()).as("no other passkey is asked for").isEqualTo(422);
        var done = lost.visitor().submit(refused, Map.of("password", NEW, "confirmation", NEW));
        assertThat(done.path()).isEqualTo("/exigeante/sign-in");
        camille.person().mailbox().next();
        assertThat(signIn(HOUSE.visitor(), camille.person(), NEW).path())
                .as("the factor is there as before")
                .isEqualTo("/exigeante/sign-in/passkey");
        camille.person().mailbox().isEmpty();
    }

    @Test
    void noOrderOfStepsGoesAroundThePasskey() {
        var camille = holder();
        added(camille);
        var lost = camille.elsewhere();
        open(lost, letter(lost));
        for (var page : List.of("/recovery/password", "/recovery/code")) {
            assertThat(lost.get(page).path()).isEqualTo("/exigeante/recovery/passkey");
        }
        for (var page : List.of("/recovery/password", "/recovery/code")) {
            var posted = lost.post(page, Map.of("password", NEW, "confirmation", NEW, "code", "123456"));
            assertThat(posted.status()).as(page).isEqualTo(410);
        }
        assertThat(lost.post(HERE, Map.of()).status()).as("nothing sent").isEqualTo(422);
        assertThat(signIn(HOUSE.visitor(), camille.person(), NEW).status()).isEqualTo(422);
    }

    @Test
    void withoutALinkThereIsNothingToAnswer() {
        var stranger = holder().elsewhere();
        assertThat(stranger.get(HERE).status()).isEqualTo(410);
        assertThat(stranger.get(HERE + "/options").path()).isEqualTo("/exigeante/recovery/password");
        assertThat(stranger.post(HERE, Map.of()).status()).isEqualTo(410);
    }

    @Test
    void anAnswerOfAnotherAttemptIsRefused() {
        var camille = holder();
        var key = added(camille);
        var first = camille.elsewhere();
        open(first, letter(first));
        var signed = key.sign(first.question(HERE));
        var second = camille.elsewhere();
        open(second, letter(second));
        refused(second, signed);
        assertThat(first.post(HERE, signed).status())
                .as("a fresh link ends the older one")
                .isEqualTo(410);
        assertThat(second.post(HERE, key.sign(second.question(HERE))).path()).isEqualTo("/exigeante/recovery/password");
    }

    @Test
    void anAnswerForAnotherPurposeIsRefused() {
        var camille = holder();
        var key = added(camille);
        var lost = camille.elsewhere();
        open(lost, letter(lost));
        refused(lost, key.sign(lost.question("/sign-in/with-passkey")));
        var door = camille.elsewhere();
        open(door, letter(door));
        var signed = key.sign(door.question(HERE));
        door.question("/sign-in/with-passkey"); // a bond with the door
        assertThat(door.post("/sign-in/with-passkey", signed).status())
                .as("nor does it open the door")
                .isEqualTo(422);
    }

    @Test
    void somebodyElsesPasskeyIsRefusedHereAndAtAnotherTenants() {
        var camille = holder();
        added(camille);
        var lost = camille.elsewhere();
        open(lost, letter(lost));
        refused(lost, added(holder()).sign(lost.question(HERE)));
        refused(lost, KeyHolder.at(HOUSE, "gimic").add("Ailleurs").sign(lost.question(HERE)));
        refused(lost, SoftKey.at(HOUSE).sign(lost.question(HERE)));
    }

    @Test
    void aSignatureForAnotherPageIsRefused() {
        var camille = holder();
        var key = added(camille);
        var lost = camille.elsewhere();
        open(lost, letter(lost));
        refused(lost, key.onPage("https://exigeante.example").sign(lost.question(HERE)));
    }

    @Test
    void anAnswerIsSpentByBeingShown() {
        var camille = holder();
        var key = added(camille);
        var lost = camille.elsewhere();
        open(lost, letter(lost));
        var question = lost.question(HERE);
        refused(lost, key.unverified().sign(question));
        refused(lost, key.verified().sign(question));
        var signed = key.sign(lost.question(HERE));
        assertThat(lost.post(HERE, signed).path()).isEqualTo("/exigeante/recovery/password");
        assertThat(lost.post(HERE, signed).status()).as("the link is spent").isEqualTo(410);
    }

    @Test
    void ofFortyHandsWithOneAnswerOneGoesOn() {
        var camille = holder();
        var key = added(camille);
        var lost = camille.elsewhere();
        open(lost, letter(lost));
        var fields = KeyHolder.with(
                key.sign(lost.question(HERE)),
                Map.of("_csrf", lost.get(HERE).first("input[name=_csrf]").attr("value")));
        Callable<Seen> hand =
                () -> HOUSE.visitor().withCookiesOf(lost.visitor()).postAndStay("/exigeante/recovery/passkey", fields);
        assertThat(Hands.allAtOnce(Collections.nCopies(40, hand)).stream().filter(seen -> seen.status() == 303))
                .hasSize(1);
    }

    /** A signature is not guessed: what is counted is what each costs, for the address that sends it. */
    @Test
    void anAddressThatSendsThirtyWrongAnswersWaits() {
        var camille = holder();
        var key = added(camille);
        var others = added(holder());
        var lost = camille.elsewhere();
        open(lost, letter(lost));
        for (var guess = 0; guess < 30; guess++) {
            refused(lost, guess % 2 == 0 ? Map.of() : others.sign(lost.question(HERE)));
        }
        assertThat(lost.post(HERE, key.sign(lost.question(HERE))).status()).isEqualTo(429);
    }

    /** Whoever reads the mailbox does not learn whether the account has one: the page, the question and the refusal are the same. */
    @Test
    void whoeverHoldsNoneIsAskedAllTheSame() {
        var with = holder();
        added(with);
        var without = holder();
        var one = with.elsewhere();
        var other = without.elsewhere();
        assertThat(seen(open(one, letter(one)))).isEqualTo(seen(open(other, letter(other))));
        assertThat(seen(one.get(HERE + "/options"))).isEqualTo(seen(other.get(HERE + "/options")));
        var key = SoftKey.at(HOUSE);
        assertThat(seen(one.post(HERE, key.sign(one.question(HERE)))))
                .isEqualTo(seen(other.post(HERE, key.sign(other.question(HERE)))));
    }

    @Test
    void anAccountThatIsClosedMeanwhileIsOver() {
        var camille = holder();
        var key = added(camille);
        var lost = camille.elsewhere();
        open(lost, letter(lost));
        var signed = key.sign(lost.question(HERE));
        HOUSE.bean(JdbcClient.class)
                .sql("update account set status = 'disabled' where id = :id")
                .param("id", HOUSE.account(camille.person()).id().value())
                .update();
        assertThat(lost.post(HERE, signed).status()).isEqualTo(410);
    }

    private static KeyHolder holder() {
        return KeyHolder.at(HOUSE, "exigeante");
    }

    private static SoftKey added(KeyHolder holder) {
        var key = holder.add("Téléphone");
        holder.person().mailbox().next(); // a factor was added
        return key;
    }

    /** The link of a letter that this browser has asked for. */
    private static URI letter(KeyHolder lost) {
        var sent = lost.visitor()
                .submit(lost.get("/recovery"), Map.of("email", lost.person().email()));
        assertThat(sent.path()).isEqualTo("/exigeante/recovery/sent");
        return lost.person().mailbox().next().link();
    }

    private static Seen open(KeyHolder lost, URI link) {
        return lost.visitor().get(link);
    }

    private static void refused(KeyHolder lost, Map<String, String> signed) {
        var page = lost.post(HERE, signed);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.words()).contains(REFUSED);
        assertThat(lost.get("/recovery/password").path()).isEqualTo("/exigeante/recovery/passkey");
    }

    private static Seen signIn(Visitor visitor, Person person, String password) {
        return visitor.submit(
                visitor.get("/" + person.tenant() + "/sign-in"),
                Map.of("identifier", person.email(), "password", password));
    }

    /** All that arrives, but for what is random. */
    private static List<Object> seen(Seen answer) {
        return List.of(
                answer.status(),
                answer.path(),
                answer.response().headers().map().keySet(),
                answer.body()
                        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                        .replaceAll("\"challenge\":\"[^\"]*\"", ""));
    }
}
