package org.poterne.lockout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.poterne.account.AccountId;
import org.poterne.house.House;
import org.poterne.lockout.Counters.Place;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

class CountersTests {

    private static final House HOUSE = House.open();
    private static final TenantId AGORA = new TenantId("agora");

    @Test
    void anAccountTakesItsCountersAlong() {
        var id = HOUSE.account(HOUSE.person("agora")).id();
        var lane = new Lane("leaving " + UUID.randomUUID(), Optional.of(id), 5);
        HOUSE.bean(Counters.class).hold(AGORA, lane);
        HOUSE.bean(JdbcClient.class)
                .sql("delete from account where id = ?")
                .param(id.value())
                .update();
        assertThat(isKept(lane)).isFalse();
    }

    /** Found while its owner deleted the account: the counter's row refers to an account that is no more. */
    @Test
    void aGuessAtAnAccountDeletedInThatMomentIsNoFailureAndItsCounterIsForgotten() {
        var counters = HOUSE.bean(Counters.class);
        var gone = new Lane("gone " + UUID.randomUUID(), Optional.of(new AccountId(UUID.randomUUID())), 5);
        assertThat(counters.hold(AGORA, gone)).isEqualTo(Place.HELD);
        counters.forgetNobodies();
        assertThat(isKept(gone)).isFalse();
    }

    /** The timing oracle of the seventh step: a foreign key locks, and writes, the row of whoever has an account. */
    @Test
    void countingWritesNoRowOfTheAccount() {
        assertThat(HOUSE.bean(JdbcClient.class)
                        .sql("select conname from pg_constraint where contype = 'f' and conrelid = 'lockout'::regclass")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void nobodysCountersAreForgottenAfterAWhileAndSomebodysAreKept() {
        var counters = HOUSE.bean(Counters.class);
        var nobody = new Lane("nobody " + UUID.randomUUID(), Optional.empty(), 5);
        var recent = new Lane("nobody " + UUID.randomUUID(), Optional.empty(), 5);
        var somebody = new Lane(
                "somebody " + UUID.randomUUID(),
                Optional.of(HOUSE.account(HOUSE.person("agora")).id()),
                5);
        for (var lane : new Lane[] {nobody, recent, somebody}) {
            assertThat(counters.hold(AGORA, lane)).isEqualTo(Place.HELD);
        }
        age(nobody);
        age(somebody);
        counters.forgetNobodies();
        assertThat(isKept(nobody)).isFalse();
        assertThat(isKept(recent)).isTrue();
        assertThat(isKept(somebody)).isTrue();
    }

    private static void age(Lane lane) {
        HOUSE.bean(JdbcClient.class)
                .sql("update lockout set changed_at = now() - interval '91 days' where subject = ?")
                .param(lane.subject())
                .update();
    }

    private static boolean isKept(Lane lane) {
        return HOUSE.bean(JdbcClient.class)
                .sql("select true from lockout where subject = ?")
                .param(lane.subject())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }
}
