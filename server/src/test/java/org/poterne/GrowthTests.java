package org.poterne;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No table grows without end: what its accounts or its settings do not bound is purged. */
class GrowthTests {

    /** So many rows at most for an account, an establishment or a purged row, whose end is theirs; or no more than is configured. */
    private static final Set<String> BOUNDED = Set.of(
            "access_letter",
            "approval_holder",
            "establishment",
            "flyway_schema_history",
            "key_witness",
            "membership",
            "passkey",
            "passkey_holder",
            "password",
            "password_history",
            "profile_answer",
            "push_key",
            "recovery_code",
            "renewal_reminder",
            "scheduled_tasks",
            "totp",
            "unbinding_notice");

    private static final int MORE_THAN_A_BATCH = 20_001;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PAST = "'2000-01-01'";
    private static final String FUTURE = "'2100-01-01'";

    private static final House HOUSE = House.build().start();
    private static final LooseTables TABLES = LooseTables.of(HOUSE);

    @AfterAll
    static void leave() {
        HOUSE.close();
    }

    @Test
    void whatIsPastItsTimeGoesAndWhatIsNotStays() {
        var purged = new TreeSet<>(TABLES.names());
        purged.removeAll(BOUNDED);
        for (var table : purged) {
            TABLES.fill(table, PAST, "'pending'", 2);
            TABLES.fill(table, FUTURE, "'pending'", 1);
        }
        TABLES.fill("challenge_spent", PAST, "", MORE_THAN_A_BATCH);
        purge();
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(purged)
                        .filteredOn(table -> TABLES.rows(table) != 1)
                        .isEmpty());
    }

    @Test
    void thePageOfOperationsNamesEveryTable() throws IOException {
        var page = Files.readString(Path.of("../docs/operations.md"));
        assertThat(TABLES.names())
                .filteredOn(table -> !page.contains("`" + table + "`"))
                .isEmpty();
    }

    private static void purge() {
        HOUSE.bean(JdbcClient.class)
                .sql("update scheduled_tasks set execution_time = now() where task_name like 'purge-%'")
                .update();
        HOUSE.lookForWork();
    }
}
