package org.poterne.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.poterne.house.Cable;
import org.poterne.house.House;

/** What a load balancer and a supervisor are told while the database is away, and what a visitor is. */
class HealthTests {

    @Test
    void withoutItsDatabaseANodeIsAliveButNotReadyAndRecoversByItself() {
        try (var cable = Cable.toDatabase();
                var house = House.build()
                        .through(cable)
                        .with("spring.datasource.hikari.connection-timeout", 500)
                        .start()) {
            assertThat(house.visitor().get("/actuator/health").body())
                    .isEqualTo(up("\"groups\":[\"liveness\",\"readiness\"],"));
            assertThat(house.visitor().get("/actuator/health/liveness").body()).isEqualTo(up(""));
            assertThat(house.visitor().get("/actuator/health/readiness").body()).isEqualTo(up(""));

            cable.pullOut();
            assertThat(status(house, "/actuator/health/liveness")).isEqualTo(200);
            assertThat(status(house, "/actuator/health/readiness")).isEqualTo(503);
            assertThat(status(house, "/actuator/health")).isEqualTo(503);

            var home = house.visitor()
                    .saying("Cookie", "session-gimic=" + "A".repeat(43))
                    .get("/gimic/");
            assertThat(home.status()).isEqualTo(503);
            assertThat(home.header("Retry-After")).isNotEmpty();
            assertThat(home.page().select("main h1")).isNotEmpty();
            assertThat(home.body()).doesNotContain("Exception", "postgresql");

            cable.putBack();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> status(house, "/actuator/health/readiness") == 200);
        }
    }

    @Test
    void detailsAreForTheOperatorWhoAsksForThem() {
        try (var house = House.build()
                .with("management.endpoint.health.show-details", "always")
                .start()) {
            assertThat(house.visitor().get("/actuator/health").body())
                    .contains("\"letters\":{\"details\":{\"troubled\":0,\"waiting\":0},\"status\":\"UP\"}");
        }
    }

    private static int status(House house, String path) {
        return house.visitor().get(path).status();
    }

    private static String up(String groups) {
        return "{" + groups + "\"status\":\"UP\"}";
    }
}
