package org.poterne.lockout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.house.Hands.allAtOnce;
import static org.poterne.lockout.Door.PASSWORD;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.house.Seen;

/** Many hands at once, at two nodes. */
class LockoutRaceTests {

    private static final House HOUSE = House.open();

    @Test
    void aHundredPostsOfOneLinkOnTwoNodesUnlockOnce() {
        var camille = HOUSE.person("agora", PASSWORD);
        new Door(HOUSE).wrong(camille.email(), 5);
        var link = camille.mailbox().next().link();
        try (var second = HOUSE.secondNode()) {
            var nodes = List.of(HOUSE, second);
            var hands = new ArrayList<Callable<Seen>>();
            for (var hand = 0; hand < 100; hand++) {
                var visitor = nodes.get(hand % 2).visitor();
                var page = visitor.get(link.getRawPath() + "?" + link.getRawQuery());
                hands.add(() -> visitor.submit(page, Map.of()));
            }
            assertThat(allAtOnce(hands))
                    .filteredOn(seen -> seen.words().contains("Votre compte est déverrouillé."))
                    .hasSize(1);
        }
        camille.mailbox().isEmpty();
    }
}
