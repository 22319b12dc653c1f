package org.poterne.lockout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.lockout.Door.AGORA;
import static org.poterne.lockout.Door.LOCKED;
import static org.poterne.lockout.Door.PASSWORD;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.house.MovableClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What time does to a lock, and what it does not. */
class LockoutTimeTests {

    private static final House HOUSE = House.build().start();
    private static final Door DOOR = new Door(HOUSE);

    @Test
    void timeOpensTheLockAndEachLockInARowIsLonger() {
        var camille = HOUSE.person("agora", PASSWORD);
        var clock = HOUSE.bean(MovableClock.class);
        DOOR.wrong(camille.email(), 5, "un");
        clock.forward(Duration.ofMinutes(14));
        assertThat(DOOR.signIn(camille, PASSWORD).words()).contains(LOCKED);
        clock.forward(Duration.ofMinutes(2));
        DOOR.wrong(camille.email(), 5, "deux");
        clock.forward(Duration.ofMinutes(29));
        assertThat(DOOR.signIn(camille, PASSWORD).words()).as("twice as long").contains(LOCKED);
        clock.forward(Duration.ofMinutes(2));
        assertThat(DOOR.signIn(camille, PASSWORD).path()).isEqualTo("/agora/");
        DOOR.wrong(camille.email(), 5, "trois");
        clock.forward(Duration.ofMinutes(16));
        assertThat(DOOR.signIn(camille, PASSWORD).path())
                .as("a success begins anew")
                .isEqualTo("/agora/");
    }

    @Test
    void aHundredFailuresInARowKillThePasswordUntilAReset() {
        var camille = HOUSE.person("agora", PASSWORD);
        DOOR.wrong(camille.email(), 1);
        HOUSE.bean(JdbcClient.class)
                .sql("update lockout set failures = 97 where account_id = :account and subject = :cap")
                .param("account", HOUSE.account(camille).id().value())
                .param("cap", DOOR.cap(camille))
                .update();
        var answers = DOOR.wrong(camille.email(), 3, "encore");
        assertThat(answers)
                .as("told as to anybody")
                .noneMatch(page -> page.words().contains(LOCKED));

        var letter = camille.mailbox().next();
        assertThat(letter.text()).contains("il ne fonctionne plus, même s’il est juste");
        HOUSE.bean(MovableClock.class).forward(Duration.ofDays(30));
        HOUSE.bean(Locks.class).unlock(AGORA, HOUSE.account(camille).id());
        assertThat(DOOR.signIn(camille, PASSWORD).words())
                .as("neither time nor unlocking brings it back")
                .contains("Identifiant ou mot de passe incorrect.");

        DOOR.reset(camille, "un tout autre mot");
        assertThat(DOOR.signIn(camille, "un tout autre mot").path()).isEqualTo("/agora/");
    }
}
