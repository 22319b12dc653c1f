package org.poterne.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poterne.house.House;
import org.poterne.house.Seen;

/** Two PostgreSQL, one behind the other: the house moves over by itself, and says meanwhile that it is busy. */
class FailoverTests {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    Path home = Path.of("");

    @BeforeEach
    void postgresPassesThrough() throws IOException {
        PrivateFiles.permit(home, "rwx--x--x");
    }

    @Test
    void whenThePrimaryDiesTheStandbyThatIsPromotedServesWithoutARestart() throws IOException {
        try (var first = Replica.primary(home);
                var second = first.follower();
                var again = first.startAgain();
                var house = houseOn("127.0.0.1:%d,127.0.0.1:%d/postgres?targetServerType=primary&hostRecheckSeconds=1"
                        .formatted(again.port(), second.port()))) {
            var camille = house.person("gimic");
            assertThat(ask(house, camille.email()).status()).isEqualTo(200);
            camille.mailbox().next();
            Awaitility.await("the standby has all").atMost(PATIENCE).until(() -> second.has(camille.email()));

            again.kill();
            assertThat(ask(house, camille.email()).status()).isEqualTo(503);
            second.promote();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> kind(ask(house, camille.email())).status() == 200);
            assertThat(camille.mailbox().next().link().toString()).contains("/gimic/recovery/open");
        }
    }

    @Test
    void aConnectionThatLeadsToAReadOnlyServerIsLetGoAndTheVisitorIsAskedToComeBack() throws IOException {
        try (var postgres = Replica.primary(home);
                var house = houseOn("127.0.0.1:%d/postgres".formatted(postgres.port()))) {
            var camille = house.person("gimic");
            postgres.execute("alter database postgres set default_transaction_read_only = on");
            postgres.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'PostgreSQL JDBC%'"
                            + " and pid <> pg_backend_pid()");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> kind(ask(house, camille.email())).status() == 503);

            // It holds for the connections that are opened from now on: one that was kept would refuse for ever.
            postgres.execute("alter database postgres reset default_transaction_read_only");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> kind(ask(house, camille.email())).status() == 200);
        }
    }

    private static House houseOn(String database) {
        return House.build()
                .with("spring.datasource.url", "jdbc:postgresql://" + database)
                .with("spring.datasource.username", Replica.USER)
                .with("spring.datasource.password", "")
                .with("spring.datasource.hikari.connection-timeout", 1_000)
                .with("spring.datasource.hikari.validation-timeout", 500)
                .start();
    }

    private static Seen ask(House house, String email) {
        var visitor = house.visitor();
        return visitor.submit(visitor.get("/gimic/recovery"), Map.of("email", email));
    }

    private static Seen kind(Seen seen) {
        assertThat(seen.status()).isIn(200, 503);
        assertThat(seen.body()).doesNotContain("Exception", "\tat ", "25006", "read-only");
        if (seen.status() == 503) {
            assertThat(seen.header("Retry-After")).isNotEmpty();
        }
        return seen;
    }
}
