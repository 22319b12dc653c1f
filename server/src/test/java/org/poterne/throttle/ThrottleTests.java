package org.poterne.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.key.InstallationKey;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.Holding.Held;
import org.poterne.throttle.Holding.Occupied;
import org.poterne.throttle.Holding.Refused;
import org.poterne.throttle.Spending.Exhausted;
import org.poterne.throttle.Spending.Granted;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A budget is never overdrawn: not at a window's border, not by parallel hands, not by a second node. */
class ThrottleTests {

    private static final House HOUSE = House.open();
    private static final TenantId GIMIC = new TenantId("gimic");
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final Budget THREE = new Budget("test three an hour", 3, Duration.ofHours(1));

    private final String subject = "camille." + UUID.randomUUID() + "@example.org";

    @Test
    void theWindowSlidesAndIsExactAtItsBorder() {
        assertThat(spend(NOON)).isInstanceOf(Granted.class);
        assertThat(spend(NOON.plusSeconds(1800))).isInstanceOf(Granted.class);
        assertThat(spend(NOON.plusSeconds(3599))).isInstanceOf(Granted.class);
        assertThat(spend(NOON.plusSeconds(3599))).isEqualTo(new Exhausted(Duration.ofSeconds(1)));
        assertThat(spend(NOON.plusSeconds(3600).minusMillis(1))).isEqualTo(new Exhausted(Duration.ofMillis(1)));
        assertThat(spend(NOON.plusSeconds(3600))).as("an hour after the first").isInstanceOf(Granted.class);
        assertThat(spend(NOON.plusSeconds(3600)))
                .as("but only the first has gone")
                .isEqualTo(new Exhausted(Duration.ofMinutes(30)));
    }

    @Test
    void aRefusalCostsNothing() {
        for (var time = 0; time < 3; time++) {
            spend(NOON);
        }
        for (var time = 0; time < 100; time++) {
            assertThat(spend(NOON.plusSeconds(time))).isInstanceOf(Exhausted.class);
        }
        assertThat(spend(NOON.plusSeconds(3600))).isInstanceOf(Granted.class);
    }

    @Test
    void subjectsBudgetsAndTenantsAreCountedApart() {
        var throttle = at(NOON);
        for (var time = 0; time < 3; time++) {
            spend(NOON);
        }
        assertThat(spend(NOON)).isInstanceOf(Exhausted.class);
        assertThat(throttle.spend(GIMIC, THREE, "x" + subject)).isInstanceOf(Granted.class);
        assertThat(throttle.spend(new TenantId("voisine"), THREE, subject)).isInstanceOf(Granted.class);
        assertThat(throttle.spend(GIMIC, new Budget("test another", 3, Duration.ofHours(1)), subject))
                .isInstanceOf(Granted.class);
    }

    @Test
    void placesHeldAndPlacesSpentTogetherNeverExceedTheBudget() {
        var throttle = at(NOON);
        for (var time = 0; time < 3; time++) {
            assertThat(throttle.hold(GIMIC, THREE, subject)).isInstanceOf(Held.class);
        }
        assertThat(throttle.hold(GIMIC, THREE, subject)).isInstanceOf(Occupied.class);
        throttle.release(GIMIC, THREE, subject);
        assertThat(throttle.hold(GIMIC, THREE, subject)).isInstanceOf(Held.class);
        for (var time = 0; time < 3; time++) {
            throttle.spendHeld(GIMIC, THREE, subject);
        }
        assertThat(throttle.hold(GIMIC, THREE, subject)).isEqualTo(new Refused(Duration.ofHours(1)));
        for (var time = 0; time < 10; time++) {
            throttle.release(GIMIC, THREE, subject);
        }
        assertThat(throttle.hold(GIMIC, THREE, subject))
                .as("no credit was saved up")
                .isInstanceOf(Refused.class);
        throttle.forgive(GIMIC, THREE, subject);
        assertThat(throttle.hold(GIMIC, THREE, subject)).isInstanceOf(Held.class);
    }

    @Test
    void aPlaceWhoseHolderDiedIsFreeAfterHalfAMinute() {
        for (var time = 0; time < 3; time++) {
            at(NOON).hold(GIMIC, THREE, subject);
        }
        assertThat(at(NOON.plusSeconds(29)).hold(GIMIC, THREE, subject)).isInstanceOf(Occupied.class);
        assertThat(at(NOON.plusSeconds(30)).hold(GIMIC, THREE, subject)).isInstanceOf(Held.class);
    }

    @Test
    void ofTwoHundredHandsTenAreGranted() throws InterruptedException, ExecutionException {
        assertThat(granted(List.of(HOUSE.bean(Throttle.class)))).isEqualTo(10);
    }

    @Test
    void ofTwoHundredHandsAtTwoNodesTenAreGranted() throws InterruptedException, ExecutionException {
        try (var second = HOUSE.secondNode()) {
            assertThat(granted(List.of(HOUSE.bean(Throttle.class), second.bean(Throttle.class))))
                    .isEqualTo(10);
        }
    }

    @Test
    void theTableNamesNobody() {
        spend(NOON);
        var rows = HOUSE.bean(JdbcClient.class)
                .sql("select row_to_json(budget)::text from budget where last_spent_at = :noon")
                .param("noon", NOON.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row)
                        .doesNotContain("camille")
                        .doesNotContain(java.util.HexFormat.of()
                                .formatHex("camille".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                        .doesNotContain("test three"));
    }

    @Test
    void whatIsOlderThanADayIsForgotten() {
        spend(NOON.minus(Duration.ofDays(300)));
        at(NOON.minus(Duration.ofDays(299))).forgetOld();
        assertThat(rows(NOON.minus(Duration.ofDays(300)))).isOne();
        at(NOON.minus(Duration.ofDays(299)).plusMillis(1)).forgetOld();
        assertThat(rows(NOON.minus(Duration.ofDays(300)))).isZero();
    }

    /** Purged after a day, a longer window would have begun anew. */
    @Test
    void noBudgetOutlivesItsPurge() {
        assertThat(new Budget("a day", 1, Duration.ofDays(1)).window()).hasDays(1);
        assertThatThrownBy(() -> new Budget("a week", 1, Duration.ofDays(7)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Budget("never", 1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        for (var amount : new int[] {0, -1, 1001}) {
            assertThatThrownBy(() -> new Budget("odd", amount, Duration.ofHours(1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private long granted(List<Throttle> nodes) throws InterruptedException, ExecutionException {
        var ten = new Budget("test ten an hour", 10, Duration.ofHours(1));
        var together = new CountDownLatch(1);
        var hands = new ArrayList<Future<Spending>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var hand = 0; hand < 200; hand++) {
                var node = nodes.get(hand % nodes.size());
                hands.add(threads.submit(() -> {
                    together.await();
                    return node.spend(GIMIC, ten, subject);
                }));
            }
            together.countDown();
        }
        var granted = 0L;
        for (var hand : hands) {
            granted += hand.get() instanceof Granted ? 1 : 0;
        }
        return granted;
    }

    private int rows(Instant spentAt) {
        return HOUSE.bean(JdbcClient.class)
                .sql("select count(*) from budget where last_spent_at = :at")
                .param("at", spentAt.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    private Spending spend(Instant now) {
        return at(now).spend(GIMIC, THREE, subject);
    }

    private static Throttle at(Instant now) {
        return new Throttle(
                HOUSE.bean(JdbcClient.class), HOUSE.bean(InstallationKey.class), Clock.fixed(now, ZoneOffset.UTC));
    }
}
