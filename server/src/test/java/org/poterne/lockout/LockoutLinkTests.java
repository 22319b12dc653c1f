package org.poterne.lockout;

import static org.poterne.lockout.Door.PASSWORD;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.poterne.house.ForgedHost;
import org.poterne.house.House;

/** The link that unlocks comes from the configuration, whatever the request for it says. */
class LockoutLinkTests {

    private static final House HOUSE = House.open();

    @AfterEach
    void theNextComesFromAnAddressThatHasSpentNothing() {
        HOUSE.withFreshBudgets();
    }

    @ParameterizedTest
    @EnumSource(ForgedHost.class)
    void aForgedHostNeverReachesTheLetter(ForgedHost forged) {
        var camille = HOUSE.person("agora", PASSWORD);
        new Door(HOUSE).wrong(camille.email(), 5);
        camille.mailbox().next();
        var visitor = HOUSE.visitor();
        var typed = Map.of("email", camille.email());
        forged.send(HOUSE, visitor, visitor.get("/agora/unlock/resend"), typed, camille.mailbox());
        camille.mailbox().isEmpty();
    }
}
