package org.poterne.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.email.Mover.PASSWORD;
import static org.poterne.email.Mover.freshMailbox;
import static org.poterne.email.Mover.signIn;
import static org.poterne.email.Mover.undo;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.account.Enrolment;
import org.poterne.account.NewAccount;
import org.poterne.audit.AuditEntry;
import org.poterne.audit.AuditLog;
import org.poterne.device.KnownDevices;
import org.poterne.house.ForgedHost;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.house.MovableClock;
import org.poterne.house.Person;
import org.poterne.house.Seen;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Those who would take an account by its address (docs/threats.md). */
class EmailAttackTests {

    private static final House HOUSE = House.open();
    private static final TenantId GIMIC = new TenantId("gimic");
    private static final String UNUSABLE = "Ce lien d’adresse ne fonctionne pas";

    /** attacks.md 2. */
    @ParameterizedTest
    @EnumSource(ForgedHost.class)
    void aForgedHostNeverReachesTheLetterToTheNewAddress(ForgedHost forged) {
        var camille = Mover.at(HOUSE);
        var page = camille.visitor().get("/gimic/account/email");
        var typed = Map.of("email", camille.next().address(), "current", PASSWORD);
        if (forged.send(HOUSE, camille.visitor(), page, typed, camille.next())) {
            camille.person().mailbox().next();
        }
        camille.next().isEmpty();
        camille.person().mailbox().isEmpty();
    }

    /** attacks.md 9: a thief who knows the password may replace it, and the address again. */
    @Test
    void theWayBackOutlivesANewPasswordAndAnotherAddress() {
        var thief = Mover.at(HOUSE);
        var old = thief.person().mailbox();
        var link = thief.move();
        var further = thief.wanting(freshMailbox());
        var second = further.move(thief.next());
        var account = HOUSE.account(new Person("gimic", further.next().address()));
        var passwords = HOUSE.bean(Passwords.class);
        passwords.replace(GIMIC, account.id(), passwords.hash(new RawPassword("connu du voleur")));
        further.next().next(); // the notice goes where the account's letters go by now
        assertThat(signIn(thief.visitor(), further.next().address(), "connu du voleur")
                        .path())
                .isEqualTo("/gimic/");

        assertThat(undo(HOUSE.visitor(), link).words()).contains("Votre adresse est rétablie");

        assertThat(holder(old)).map(Account::id).contains(account.id());
        assertThat(thief.visitor().get("/gimic/").path()).isEqualTo("/gimic/sign-in");
        assertThat(signIn(HOUSE.visitor(), old.address(), "connu du voleur").status())
                .isEqualTo(422);
        assertThat(HOUSE.visitor().get(second).heading())
                .as("the thief's own way back")
                .isEqualTo(UNUSABLE);
        assertThat(HOUSE.bean(AuditLog.class).of(GIMIC, account.id(), 50))
                .extracting(AuditEntry::what)
                .contains(
                        "user_email_change_asked",
                        "user_email_changed",
                        "user_email_restored",
                        "authn_password_withdrawn");
        assertThat(holder(old).flatMap(Account::recoverableFrom).orElseThrow())
                .as("and recovers at once")
                .isBeforeOrEqualTo(HOUSE.bean(MovableClock.class).instant());
        assertThat(thief.next().next().subject()).startsWith("Cette adresse n’est plus");
        assertThat(further.next().next().subject()).startsWith("Cette adresse n’est plus");
        old.isEmpty();
    }

    @Test
    void theAddressOfSomebodyElseIsAnsweredLikeAFreeOne() {
        var other = HOUSE.person("gimic");
        var answers = Stream.of(other.mailbox(), freshMailbox())
                .map(wanted -> {
                    var camille = Mover.at(HOUSE);
                    var answer = camille.visitor()
                            .postAndStay(
                                    "/gimic/account/email",
                                    Map.of(
                                            "_csrf",
                                            camille.visitor()
                                                    .get("/gimic/account/email")
                                                    .first("main input[name=_csrf]")
                                                    .attr("value"),
                                            "email",
                                            wanted.address(),
                                            "current",
                                            PASSWORD));
                    var page = camille.visitor().get(URI.create(HOUSE.address() + answer.header("Location")));
                    var name = HOUSE.account(camille.person()).fullName();
                    return List.of(
                            answer.status(),
                            answer.body(),
                            answer.header("Location"),
                            page.status(),
                            page.body()
                                    .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                                    .replace(wanted.address(), "wanted")
                                    .replace(camille.person().email(), "own")
                                    .replace(name, "name"));
                })
                .toList();
        assertThat(answers.getFirst()).isEqualTo(answers.getLast());
        var letter = other.mailbox().next();
        assertThat(letter.subject()).isEqualTo("Vous avez déjà un compte GIMIC");
        assertThat(letter.text()).doesNotContain("token=");
        other.mailbox().isEmpty();
    }

    @Test
    void anAddressThatIsTakenMeanwhileIsRefusedLikeADeadLink() {
        var camille = Mover.at(HOUSE);
        var page = camille.visitor().get(camille.link());
        HOUSE.bean(Accounts.class).addAll(GIMIC, List.of(new NewAccount(address(camille.next()), "Sacha", "Petit")));
        var refused = camille.visitor().submit(page, Map.of());
        assertThat(refused.status()).isEqualTo(410);
        assertThat(refused.heading()).isEqualTo(UNUSABLE);
        var dead = HOUSE.visitor().get("/gimic/account/email/confirm/open?token=" + "A".repeat(42) + "E");
        assertThat(refused.page().select("main").text())
                .isEqualTo(dead.page().select("main").text());
        assertThat(holder(camille.person().mailbox())).isPresent();
        assertThat(camille.visitor().get("/gimic/").path()).isEqualTo("/gimic/");
        camille.person().mailbox().isEmpty();
    }

    /** attacks.md 7: whoever signs up with an address first has proved nothing, and cannot keep it from its reader. */
    @Test
    void aSignUpThatNobodyConfirmedKeepsNoAddressFromItsReader() {
        var accounts = HOUSE.bean(Accounts.class);
        var camille = Mover.at(HOUSE);
        var squatter = accounts.signUp(GIMIC, new NewAccount(address(camille.next()), "Sacha", "Petit"), Locale.FRENCH);
        assertThat(squatter).isInstanceOf(Enrolment.Added.class);
        var id = HOUSE.account(camille.person()).id();
        camille.move();
        assertThat(holder(camille.next())).map(Account::id).contains(id);
    }

    @Test
    void aRequestAloneChangesNothingAndDiesWithItsPassword() {
        var thief = Mover.at(HOUSE);
        var owner = HOUSE.visitor();
        signIn(owner, thief.person().email(), PASSWORD);
        var link = thief.link();
        assertThat(owner.get("/gimic/").path()).isEqualTo("/gimic/");
        assertThat(signIn(HOUSE.visitor(), thief.person().email(), PASSWORD).path())
                .isEqualTo("/gimic/");

        var passwords = HOUSE.bean(Passwords.class);
        var account = HOUSE.account(thief.person());
        passwords.replace(GIMIC, account.id(), passwords.hash(new RawPassword("tout neuf 2027")));
        assertThat(thief.visitor().get(link).heading()).isEqualTo(UNUSABLE);
        assertThat(HOUSE.bean(AddressChanges.class).askedBy(GIMIC, account.id()))
                .as("nothing is left from which a late letter could make another link")
                .isEmpty();
        thief.person().mailbox().next();
    }

    @Test
    void whatWasSentToTheOldAddressIsDeadWithIt() {
        var camille = Mover.at(HOUSE);
        var other = HOUSE.visitor();
        signIn(other, camille.person().email(), PASSWORD);
        other.submit(
                other.get("/gimic/recovery"), Map.of("email", camille.person().email()));
        var reset = camille.person().mailbox().next().link();
        var account = HOUSE.account(camille.person()).id();
        assertThat(HOUSE.bean(KnownDevices.class).list(GIMIC, account)).isNotEmpty();
        camille.move();
        assertThat(HOUSE.bean(KnownDevices.class).list(GIMIC, account)).isEmpty();
        assertThat(other.get("/gimic/").path()).isEqualTo("/gimic/sign-in");
        assertThat(HOUSE.visitor().get(reset).heading()).isEqualTo("Ce lien ne fonctionne pas");
        assertThat(camille.visitor().get("/gimic/").path())
                .as("this browser goes on")
                .isEqualTo("/gimic/");
    }

    /** attacks.md 6. */
    @Test
    void aLinkOpensNoOtherDoorAndNoOtherTenant() {
        var camille = Mover.at(HOUSE);
        var confirm = camille.link();
        var visitor = HOUSE.visitor();
        visitor.submit(
                visitor.get("/gimic/recovery"), Map.of("email", camille.person().email()));
        var reset = camille.person().mailbox().next().link();
        for (var link : List.of(
                at(confirm, "/gimic/account/email/undo/open"),
                at(confirm, "/voisine/account/email/confirm/open"),
                at(reset, "/gimic/account/email/confirm/open"),
                at(reset, "/gimic/account/email/undo/open"))) {
            assertThat(visitor.get(link).heading()).as(link.getPath()).isEqualTo(UNUSABLE);
        }
        assertThat(visitor.get(at(confirm, "/gimic/recovery/open")).heading()).isEqualTo("Ce lien ne fonctionne pas");
        for (var step : List.of("confirm", "undo")) {
            var stranger = HOUSE.visitor();
            var form = stranger.get("/gimic/sign-in").first("input[name=_csrf]").attr("value");
            var seen = stranger.post(
                    "/gimic/account/email/" + step,
                    Map.of("_csrf", form, "sure", "sure", "current", PASSWORD, "account", "1", "state", "made"));
            assertThat(seen.status())
                    .as("no step is reached without the one before")
                    .isEqualTo(410);
        }
        assertThat(camille.visitor().get(confirm).heading()).isEqualTo("Confirmez votre nouvelle adresse");
    }

    /** A mistyped address is somebody's, and its reader has a session of his own at best. */
    @Test
    void theLinkAloneGivesAStrangerNothing() {
        var camille = Mover.at(HOUSE);
        var stranger = Mover.at(HOUSE);
        var page = stranger.visitor().get(camille.link());
        assertThat(page.page().select("main label").eachText()).containsExactly("Mot de passe *");
        assertThat(page.words()).doesNotContain(HOUSE.account(camille.person()).fullName());
        assertThat(stranger.visitor().submit(page, Map.of()).status()).isEqualTo(422);
        assertThat(stranger.visitor().submit(page, Map.of("current", "x")).status())
                .isEqualTo(422);
        assertThat(holder(camille.next())).isEmpty();
    }

    /** attacks.md 4 and 16: neither another session nor another page gives a guess back. */
    @Test
    void guessesAtTheCurrentPasswordAreCounted() {
        var thief = Mover.at(HOUSE);
        var again = Mover.of(HOUSE, thief.person());
        Seen seen = thief.visitor().get("/gimic/account/email");
        for (var guess = 0; guess < 10; guess++) {
            var hand = guess % 2 == 0 ? thief : again;
            var page = hand.visitor().get("/gimic/account/email");
            seen = hand.visitor().submit(page, Map.of("email", thief.next().address(), "current", "guess " + guess));
        }
        assertThat(seen.status()).isIn(422, 429);
        var right = again.ask(again.next());
        assertThat(right.status()).isEqualTo(429);
        assertThat(right.header("Retry-After")).isNotEmpty();
        assertThat(signIn(again.visitor(), thief.person().email(), PASSWORD).path())
                .as("counted with those at the door")
                .isEqualTo("/gimic/sign-in");
        thief.next().isEmpty();
        again.next().isEmpty();
    }

    /** attacks.md 18: the new address is one that was typed. */
    @Test
    void nobodysMailboxIsFilled() {
        var victim = freshMailbox();
        var statuses = Stream.generate(() -> Mover.at(HOUSE))
                .limit(4)
                .map(sender -> sender.ask(victim).status())
                .toList();
        assertThat(statuses).containsExactly(200, 200, 200, 429);
        victim.next();
        victim.next();
        victim.next();
        victim.isEmpty();
    }

    @Test
    void anAccountAsksOnlySoOften() {
        var camille = Mover.at(HOUSE);
        for (var time = 0; time < 5; time++) {
            assertThat(camille.ask(freshMailbox()).status()).isEqualTo(200);
        }
        assertThat(camille.ask(freshMailbox()).status()).isEqualTo(429);
    }

    /** attacks.md 5: what only looks like an address is none, and two in one field are refused. */
    @Test
    void anAddressInDisguiseIsRefused() {
        var camille = Mover.at(HOUSE);
        for (var disguised : List.of(
                "\uff43amille@example.org",
                "camille@example.org, x@evil.example",
                "camille@example.org\r\nBcc: x@evil.example",
                "<camille@example.org>",
                "camille@\u212aelvin.example")) {
            var page = camille.visitor().get("/gimic/account/email");
            var seen = camille.visitor().submit(page, Map.of("email", disguised, "current", PASSWORD));
            assertThat(seen.status()).as(disguised).isEqualTo(422);
        }
        camille.person().mailbox().isEmpty();
    }

    @Test
    void linksDieWithTheirTime() {
        try (var house = House.build().start()) {
            var clock = house.bean(MovableClock.class);
            var late = Mover.at(house);
            var confirm = late.link();
            var undone = Mover.at(house);
            var undo = undone.move();
            clock.forward(Duration.ofDays(1));
            assertThat(house.visitor().get(confirm).heading()).isEqualTo(UNUSABLE);
            clock.forward(Duration.ofDays(6).minusMinutes(5));
            assertThat(house.visitor().get(undo).heading()).isEqualTo("Rétablir votre adresse");
            clock.forward(Duration.ofMinutes(5));
            assertThat(house.visitor().get(undo).heading()).isEqualTo(UNUSABLE);
            house.bean(AddressChanges.class).forgetExpired();
            assertThat(house.bean(JdbcClient.class)
                            .sql("select count(*) from email_change")
                            .query(Integer.class)
                            .single())
                    .as("old addresses are not kept for ever")
                    .isZero();
        }
    }

    private static URI at(URI link, String path) {
        return URI.create(HOUSE.address() + path + "?" + link.getRawQuery());
    }

    private static Optional<Account> holder(Mailbox mailbox) {
        return HOUSE.bean(Accounts.class).findByEmail(GIMIC, address(mailbox));
    }

    private static EmailAddress address(Mailbox mailbox) {
        return EmailAddress.parse(mailbox.address()).orElseThrow();
    }
}
