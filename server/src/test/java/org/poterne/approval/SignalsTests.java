package org.poterne.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens at one node wakes who waits at another. */
class SignalsTests {

    private static final House HOUSE = House.open();
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Signals signals = HOUSE.bean(Signals.class);

    @Test
    void whoeverWaitsIsWokenByWhatIsCommittedAtAnotherNode() throws Exception {
        try (var other = HOUSE.secondNode();
                var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var key = UUID.randomUUID().toString();
            var happened = new AtomicBoolean();
            var looked = new CountDownLatch(1);
            var seen = hands.submit(() -> signals.await(key, LONG, () -> {
                looked.countDown();
                return Optional.of("it").filter(_ -> happened.get());
            }));
            looked.await();
            other.bean(TransactionTemplate.class).executeWithoutResult(_ -> {
                happened.set(true);
                other.bean(Signals.class).send(key);
            });
            assertThat(seen.get()).contains("it");
        }
    }

    @Test
    void aSignalThatIsLostIsMadeUpForByLookingNowAndThen() throws Exception {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var happened = new AtomicBoolean();
            var looked = new CountDownLatch(1);
            var seen = hands.submit(() -> signals.await(UUID.randomUUID().toString(), LONG, () -> {
                looked.countDown();
                return Optional.of("it").filter(_ -> happened.get());
            }));
            looked.await();
            happened.set(true);
            assertThat(seen.get()).contains("it");
        }
    }

    @Test
    void patienceEnds() {
        assertThat(signals.await(UUID.randomUUID().toString(), Duration.ofMillis(50), Optional::empty))
                .isEmpty();
    }
}
