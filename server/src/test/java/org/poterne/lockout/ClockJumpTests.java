package org.poterne.lockout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.lockout.Door.LAST_TRY;
import static org.poterne.lockout.Door.LOCKED;
import static org.poterne.lockout.Door.PASSWORD;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.house.MovableClock;

/** The machine's clock is an hour ahead for a while, and is then set right. */
class ClockJumpTests {

    private static final House HOUSE = House.build().start();
    private static final Door DOOR = new Door(HOUSE);
    private static final Duration HOUR = Duration.ofHours(1);

    private final MovableClock clock = HOUSE.bean(MovableClock.class);

    @Test
    void noCounterIsResetByAJump() {
        var camille = HOUSE.person("agora", PASSWORD);
        DOOR.wrong(camille.email(), 2, "before");
        clock.forward(HOUR);
        DOOR.wrong(camille.email(), 1, "ahead");
        clock.forward(HOUR.negated());
        assertThat(DOOR.wrong(camille.email(), 1, "after").getLast().words()).contains(LAST_TRY);
        assertThat(DOOR.wrong(camille.email(), 1, "last").getLast().words()).contains(LOCKED);
        assertThat(DOOR.signIn(camille, PASSWORD).words()).contains(LOCKED);
    }

    @Test
    void aLockThatTimeHadOpenedTooEarlyIsShutAgain() {
        var camille = HOUSE.person("agora", PASSWORD);
        DOOR.wrong(camille.email(), 5, "un");
        clock.forward(HOUR);
        DOOR.wrong(camille.email(), 1, "deux");
        clock.forward(HOUR.negated());
        assertThat(DOOR.signIn(camille, PASSWORD).words()).contains(LOCKED);
    }

    @Test
    void aLinkThatWasFoundDeadStaysDead() {
        var camille = HOUSE.person("agora", PASSWORD);
        var visitor = HOUSE.visitor();
        visitor.submit(visitor.get("/agora/recovery"), Map.of("email", camille.email()));
        var link = camille.mailbox().next().link();
        clock.forward(HOUR.multipliedBy(25));
        assertThat(HOUSE.visitor().get(link).status()).isEqualTo(410);
        clock.forward(HOUR.multipliedBy(-25));
        assertThat(HOUSE.visitor().get(link).status()).isEqualTo(410);
    }

    @Test
    void aSessionThatWasFoundAsleepStaysClosed() {
        var camille = HOUSE.person("agora", PASSWORD);
        var visitor = HOUSE.visitor();
        assertThat(DOOR.signIn(visitor, camille.email(), PASSWORD).path()).isEqualTo("/agora/");
        clock.forward(HOUR);
        assertThat(visitor.get("/agora/").path()).isEqualTo("/agora/sign-in");
        clock.forward(HOUR.negated());
        assertThat(visitor.get("/agora/").path()).isEqualTo("/agora/sign-in");
    }
}
