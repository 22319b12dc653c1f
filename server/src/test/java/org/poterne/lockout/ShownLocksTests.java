package org.poterne.lockout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.lockout.Door.AGORA;
import static org.poterne.lockout.Door.PASSWORD;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.poterne.device.DeviceId;
import org.poterne.device.KnownDevices;
import org.poterne.house.House;

/** A name is locked as whoever typed it was told. */
class ShownLocksTests {

    private static final House HOUSE = House.open();
    private static final Door DOOR = new Door(HOUSE);
    private static final ShownLocks LOCKS = HOUSE.bean(ShownLocks.class);

    @AfterEach
    void theNextComesFromAnAddressThatHasSpentNothing() {
        HOUSE.withFreshBudgets();
    }

    @Test
    void somebodysNameAndNobodysAreLockedByTheSameNumberOfTries() {
        var camille = HOUSE.person("agora", PASSWORD);
        for (var name : new String[] {camille.email(), "nobody.shown@example.org", "personne.ici"}) {
            DOOR.wrong(name, 4);
            assertThat(isShut(name)).as(name).isFalse();
            DOOR.wrong(name, 1, "dernier");
            assertThat(isShut(name)).as(name).isTrue();
            assertThat(isShut(" " + name.toUpperCase(java.util.Locale.ROOT))).isTrue();
        }
        assertThat(isShut("quelqu.un.d.autre")).isFalse();
        camille.mailbox().next();
    }

    /** Two names of one account are not tied together by it (decision 11). */
    @Test
    void whatWasTypedIsLockedAndNotWhoseItIs() {
        var camille = HOUSE.person("agora", PASSWORD);
        DOOR.wrong(camille.email(), 5);
        assertThat(isShut("autre.nom.de.camille")).isFalse();
        camille.mailbox().next();
    }

    @Test
    void aDeviceThatTheAccountKnowsHasItsOwnLock() {
        var camille = HOUSE.person("agora", PASSWORD);
        var owner = HOUSE.visitor();
        DOOR.signIn(owner, camille.email(), PASSWORD);
        var device = HOUSE.bean(KnownDevices.class)
                .list(AGORA, HOUSE.account(camille).id())
                .getFirst()
                .id();
        IntStream.range(0, 5).forEach(number -> DOOR.signIn(owner, camille.email(), "au hasard " + number));

        assertThat(LOCKS.isShut(AGORA, camille.email(), Optional.of(device))).isTrue();
        assertThat(isShut(camille.email())).as("from elsewhere").isFalse();
        assertThat(LOCKS.isShut(AGORA, camille.email(), Optional.of(new DeviceId(UUID.randomUUID()))))
                .isFalse();
        assertThat(LOCKS.isShut(AGORA, "personne.du.tout", Optional.of(device))).isFalse();
    }

    private static boolean isShut(String typed) {
        return LOCKS.isShut(AGORA, typed, Optional.empty());
    }
}
