package org.poterne.lockout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.lockout.Door.AGORA;
import static org.poterne.lockout.Door.LAST_TRY;
import static org.poterne.lockout.Door.LOCKED;
import static org.poterne.lockout.Door.PASSWORD;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From too many wrong passwords back to a sign-in, as agora documents it. */
class LockoutFlowTests {

    private static final House HOUSE = House.open();
    private static final Door DOOR = new Door(HOUSE);

    @AfterEach
    void theNextComesFromAnAddressThatHasSpentNothing() {
        HOUSE.withFreshBudgets();
    }

    @Test
    void tooManyWrongPasswordsLockTheAccountAndTheLetterUnlocksIt() {
        var camille = HOUSE.person("agora", PASSWORD);
        var answers = DOOR.wrong(camille.email(), 5);
        assertThat(answers.subList(0, 3))
                .allMatch(page -> page.words().contains("Identifiant ou mot de passe incorrect."));
        assertThat(answers.get(3).words()).contains(LAST_TRY);
        assertThat(answers.get(4).words()).contains(LOCKED);
        assertThat(DOOR.signIn(camille, PASSWORD).words())
                .as("even the right one")
                .contains(LOCKED);

        var visitor = HOUSE.visitor();
        var page = visitor.get(camille.mailbox().next().link());
        assertThat(page.path()).isEqualTo("/agora/unlock");
        assertThat(DOOR.signIn(camille, PASSWORD).words())
                .as("opening the link changes nothing")
                .contains(LOCKED);
        var door = visitor.submit(page, Map.of());
        assertThat(door.words()).contains("Votre compte est déverrouillé.");

        var again = DOOR.wrong(camille.email(), 4, "autre");
        assertThat(again.subList(0, 3))
                .as("all attempts are back")
                .noneMatch(seen -> seen.words().contains(LAST_TRY));
        assertThat(again.getLast().words()).contains(LAST_TRY);
        assertThat(DOOR.signIn(camille, PASSWORD).path()).isEqualTo("/agora/");
        camille.mailbox().isEmpty();
    }

    @Test
    void whoeverDidNotGetTheLetterAsksForAnotherAndTheFirstLinkDies() {
        var camille = HOUSE.person("agora", PASSWORD);
        DOOR.wrong(camille.email(), 5);
        var first = camille.mailbox().next().link();

        var visitor = HOUSE.visitor();
        var question = visitor.get("/agora/sign-in")
                .first("a:contains(pas reçu d’instructions de déverrouillage)")
                .attr("href");
        assertThat(visitor.submit(visitor.get(question), Map.of("email", "camille"))
                        .words())
                .contains("Cette adresse email semble incomplète.");
        var sent = visitor.submit(visitor.get(question), Map.of("email", camille.email()));
        assertThat(sent.path()).isEqualTo("/agora/unlock/sent");
        assertThat(sent.words()).contains("Spam", "pourriel", "no-reply@poterne.example");

        var second = camille.mailbox().next().link();
        assertThat(HOUSE.visitor().get(first).status()).as("the first link").isEqualTo(410);
        var page = visitor.get(second);
        assertThat(visitor.submit(page, Map.of()).words()).contains("Votre compte est déverrouillé.");
        assertThat(visitor.get(second).status()).as("used").isEqualTo(410);
        assertThat(DOOR.signIn(camille, PASSWORD).path()).isEqualTo("/agora/");
        camille.mailbox().isEmpty();
    }

    @Test
    void aLetterAskedForAnAccountThatIsNotLockedSaysSo() {
        var camille = HOUSE.person("agora", PASSWORD);
        DOOR.askForALetter(camille.email());
        assertThat(camille.mailbox().next().text()).contains("Il n’est pas verrouillé");
        camille.mailbox().isEmpty();
    }

    @Test
    void theSameWrongPasswordCountsOnce() {
        var camille = HOUSE.person("agora", PASSWORD);
        assertThat(IntStream.range(0, 8).mapToObj(_ -> DOOR.signIn(camille, "ancien mot de passe")))
                .noneMatch(
                        page -> page.words().contains(LAST_TRY) || page.words().contains(LOCKED));
        assertThat(DOOR.signIn(camille, PASSWORD).path()).isEqualTo("/agora/");
    }

    @Test
    void aKnownDeviceLetsItsOwnerInWhileStrangersAreLockedOut() {
        var camille = HOUSE.person("agora", PASSWORD);
        var owner = HOUSE.visitor();
        DOOR.signIn(owner, camille.email(), PASSWORD);
        DOOR.wrong(camille.email(), 6);
        assertThat(DOOR.signIn(camille, PASSWORD).words())
                .as("a stranger's browser")
                .contains(LOCKED);
        assertThat(DOOR.signIn(owner, camille.email(), PASSWORD).path()).isEqualTo("/agora/");

        var guesses = IntStream.range(0, 5)
                .mapToObj(number -> DOOR.signIn(owner, camille.email(), "au hasard " + number))
                .toList();
        assertThat(guesses.getLast().words()).as("its own lane has its own end").contains(LOCKED);
        assertThat(DOOR.signIn(owner, camille.email(), PASSWORD).words()).contains(LOCKED);
    }

    @Test
    void aDeviceCookieIsWorthNothingAtAnotherAccountForgedOrAfterAReset() {
        var camille = HOUSE.person("agora", PASSWORD);
        var noa = HOUSE.person("agora", PASSWORD);
        var owner = HOUSE.visitor();
        DOOR.signIn(owner, camille.email(), PASSWORD);
        DOOR.wrong(noa.email(), 5);
        assertThat(DOOR.signIn(owner, noa.email(), PASSWORD).words())
                .as("somebody else's device")
                .contains(LOCKED);

        DOOR.wrong(camille.email(), 5);
        owner.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().startsWith("device"))
                .forEach(cookie -> cookie.setValue((cookie.getValue().startsWith("0") ? "1" : "0")
                        + cookie.getValue().substring(1)));
        assertThat(DOOR.signIn(owner, camille.email(), PASSWORD).words())
                .as("forged")
                .contains(LOCKED);

        camille.mailbox().next(); // of the lock
        DOOR.reset(camille, "un tout autre mot");
        assertThat(HOUSE.bean(org.poterne.device.KnownDevices.class)
                        .list(AGORA, HOUSE.account(camille).id()))
                .as("whoever had the old password may have made a device known")
                .isEmpty();
    }

    @Test
    void aLockNeverBlocksAResetAndAResetOpensIt() {
        var camille = HOUSE.person("agora", PASSWORD);
        DOOR.wrong(camille.email(), 5);
        camille.mailbox().next();
        DOOR.reset(camille, "un tout autre mot");
        assertThat(DOOR.wrong(camille.email(), 3, "autre"))
                .as("all attempts are back")
                .noneMatch(page -> page.words().contains(LAST_TRY));
        assertThat(DOOR.signIn(camille, "un tout autre mot").path()).isEqualTo("/agora/");
    }

    @Test
    void aForgottenIdentifierLocksNobody() {
        assertThat(DOOR.wrong(" ", 8))
                .allMatch(page -> page.words().contains("Identifiant ou mot de passe incorrect."))
                .noneMatch(
                        page -> page.words().contains(LAST_TRY) || page.words().contains(LOCKED));
    }

    @Test
    void aMereRequestChangesNothing() {
        var camille = HOUSE.person("agora", PASSWORD);
        DOOR.wrong(camille.email(), 3);
        DOOR.askForALetter(camille.email());
        camille.mailbox().next();
        assertThat(DOOR.wrong(camille.email(), 1, "quatrième").getFirst().words())
                .contains(LAST_TRY);
    }

    @Test
    void bothNamesOfAnAccountShareOneCounterOnTwoNodes() {
        var camille = HOUSE.person("agora", PASSWORD);
        HOUSE.bean(JdbcClient.class)
                .sql("""
                        update account set username = :name, username_canonical = :name, username_skeleton = :name
                         where id = :id
                        """)
                .param("name", "camille.compteur")
                .param("id", HOUSE.account(camille).id().value())
                .update();
        var names = List.of(
                camille.email(),
                "camille.compteur",
                camille.email().toUpperCase(java.util.Locale.ROOT),
                "Camille.Compteur");
        try (var other = HOUSE.secondNode();
                var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var nodes = List.of(HOUSE, other);
            var guesses = IntStream.range(0, 40)
                    .mapToObj(number -> hands.submit(() -> DOOR.signIn(
                            nodes.get(number % 2).visitor().from("127.0.8." + (1 + number)),
                            names.get(number % names.size()),
                            "au hasard " + number)))
                    .toList();
            assertThat(guesses).allMatch(guess -> Door.status(guess) == 422 || Door.status(guess) == 503);
        }
        assertThat(DOOR.failuresInARow(camille)).as("compared, of forty").isEqualTo(5);
    }

    /** A public pseudo and a private address would else be seen to be one person's. */
    @Test
    void bothNamesOfAnAccountShareACounterAndTheWordsDoNotTellIt() {
        var camille = HOUSE.person("agora", PASSWORD);
        HOUSE.bean(JdbcClient.class)
                .sql("""
                        update account set username = :name, username_canonical = :name, username_skeleton = :name
                         where id = :id
                        """)
                .param("name", "camille.publique")
                .param("id", HOUSE.account(camille).id().value())
                .update();
        DOOR.wrong(camille.email(), 4);
        for (var guess = 0; guess < 4; guess++) {
            assertThat(DOOR.wrong("camille.publique", 1, "essai " + guess)
                            .getFirst()
                            .words())
                    .as("try %d at the other name, though the account is locked by now", guess + 1)
                    .contains(guess < 3 ? "Identifiant ou mot de passe incorrect." : LAST_TRY)
                    .doesNotContain(LOCKED);
        }
        assertThat(DOOR.failuresInARow(camille)).isEqualTo(5);
        camille.mailbox().next();
    }

    @Test
    void parallelGoodSignInsAreAllLetIn() {
        var camille = HOUSE.person("agora", PASSWORD);
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var signIns = IntStream.range(0, 20)
                    .mapToObj(number -> hands.submit(() ->
                            DOOR.signIn(HOUSE.visitor().from("127.0.9." + (1 + number)), camille.email(), PASSWORD)))
                    .toList();
            assertThat(signIns).allMatch(signIn -> Door.status(signIn) == 200);
        }
    }

    @Test
    void aThousandLettersAskedForSendNoMoreThanTheBudget() {
        var camille = HOUSE.person("agora", PASSWORD);
        DOOR.wrong(camille.email(), 5);
        camille.mailbox().next();
        IntStream.range(0, 100).forEach(number -> {
            var visitor = HOUSE.visitor().from("127.0.10." + (1 + number % 20));
            visitor.submit(visitor.get("/agora/unlock/resend"), Map.of("email", camille.email()));
        });
        IntStream.range(0, 3).forEach(_ -> camille.mailbox().next());
        camille.mailbox().isEmpty();
    }
}
