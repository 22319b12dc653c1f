package org.poterne.lockout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.lockout.Door.PASSWORD;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.house.Seen;

/**
 * A thousand wrong guesses at one account, at once, from fifty addresses, on two nodes; run by name ({@code ./poterne test
 * -Dtest=GuessStorm}). It prints how many were compared, and shows that the owner is not shut out.
 */
class GuessStorm {

    private static final int GUESSES = 1_000;
    private static final int ADDRESSES = 50;
    private static final int AT_ONCE = 200; // connections: more would measure the machine's sockets

    private static final House HOUSE = House.build().start();

    @Test
    void ownersStandInTheStorm() {
        var door = new Door(HOUSE);
        var camille = HOUSE.person("agora", PASSWORD);
        var owner = HOUSE.visitor().from("127.0.0.200");
        door.signIn(owner, camille.email(), PASSWORD);
        var started = System.nanoTime();
        Map<Integer, Long> answers;
        try (var other = HOUSE.secondNode();
                var hands = Executors.newFixedThreadPool(AT_ONCE)) {
            var guesses = IntStream.range(0, GUESSES)
                    .mapToObj(number -> hands.submit(() -> {
                        var node = number % 2 == 0 ? HOUSE : other;
                        var visitor = node.visitor().from("127.0.30." + (1 + number % ADDRESSES));
                        return visitor.submit(
                                visitor.get("/agora/sign-in"),
                                Map.of("identifier", camille.email(), "password", "au hasard " + number));
                    }))
                    .toList();
            answers = guesses.stream().collect(Collectors.groupingBy(GuessStorm::status, Collectors.counting()));
        }
        System.out.printf(
                "%d guesses from %d addresses on two nodes in %.1f s: %d compared; answers %s%n",
                GUESSES, ADDRESSES, (System.nanoTime() - started) / 1e9, door.failuresInARow(camille), answers);
        assertThat(door.failuresInARow(camille)).isLessThanOrEqualTo(5);
        assertThat(door.signIn(camille, PASSWORD).words()).contains(Door.LOCKED);
        assertThat(door.signIn(owner, camille.email(), PASSWORD).path())
                .as("the owner's known device")
                .isEqualTo("/agora/");
        camille.mailbox().next(); // of the lock
        door.reset(camille, "un tout autre mot");
        assertThat(door.signIn(camille, "un tout autre mot").path())
                .as("after a reset")
                .isEqualTo("/agora/");
        System.out.println("the owner came in from a known device; the reset opened the lock");
    }

    private static int status(Future<Seen> answer) {
        try {
            return answer.get().status();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
