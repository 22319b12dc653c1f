package org.poterne.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.poterne.account.AccountId;
import org.poterne.account.EmailAddress;

/** Granted within held, for every set of rights there is. */
class AdministratorTests {

    private static final List<String> ALL = List.of("reservations", "rates", "reviews", "finances", "users");

    /** Thirty-two sets against thirty-two against thirty-two: nothing that moves, either way, is beyond the mover. */
    @Test
    void whateverMovesIsHeldByWhoMovesIt() {
        for (var held : subsets()) {
            var administrator = administrator(held);
            for (var before : subsets()) {
                for (var after : subsets()) {
                    var moved = new HashSet<>(before);
                    moved.addAll(after);
                    moved.removeIf(right -> before.contains(right) && after.contains(right));
                    assertThat(administrator.mayChange(new Rights(before), new Rights(after)))
                            .as(held + " moves " + before + " to " + after)
                            .isEqualTo(held.containsAll(moved)
                                    && (!moved.contains("users")
                                            || !before.contains("users")
                                            || held.containsAll(before)));
                }
            }
        }
    }

    /** No chain of grants, however long, ends in a right that nobody in it held. */
    @Test
    void noChainOfGrantsEndsBeyondItsBeginning() {
        var random = new Random(20261126);
        for (var chain = 0; chain < 2_000; chain++) {
            var first = subsets().get(random.nextInt(32));
            var held = first;
            for (var link = 0; link < 6; link++) {
                var wanted = subsets().get(random.nextInt(32));
                if (administrator(held).mayGrant(new Rights(wanted))) {
                    held = wanted;
                }
            }
            assertThat(first).containsAll(held);
        }
    }

    @Test
    void whoeverHoldsMoreIsNotRemoved() {
        for (var held : subsets()) {
            for (var theirs : subsets()) {
                assertThat(administrator(held).mayRemove(new Rights(theirs))).isEqualTo(held.containsAll(theirs));
            }
        }
    }

    private static Administrator administrator(Set<String> held) {
        var hotel = new Establishment(
                EstablishmentId.fresh(),
                new EstablishmentNumber("1001"),
                "Hôtel",
                EmailAddress.parse("hotel@example.org").orElseThrow());
        return new Administrator(
                new Membership(hotel, new AccountId(UUID.randomUUID()), new Rights(held), Instant.EPOCH),
                new Right("users", Map.of(Locale.FRENCH, "users"), true));
    }

    private static List<Set<String>> subsets() {
        return IntStream.range(0, 32)
                .<Set<String>>mapToObj(bits -> ALL.stream()
                        .filter(right -> (bits >> ALL.indexOf(right) & 1) == 1)
                        .collect(Collectors.toSet()))
                .toList();
    }
}
