package org.poterne.house;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.poterne.database.EmbeddedPostgres;
import org.poterne.database.EmbeddedPostgresSettings;

/** One PostgreSQL for all tests, started by our own launcher; a schema for each house. */
final class TestDatabase {

    private static final EmbeddedPostgres POSTGRES = start();

    private TestDatabase() {}

    static Map<String, Object> settings(String schema) {
        try (var connection =
                        DriverManager.getConnection(POSTGRES.jdbcUrl(), POSTGRES.username(), POSTGRES.password());
                var statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Map.of(
                "spring.datasource.url",
                POSTGRES.jdbcUrl() + "&currentSchema=" + schema,
                "spring.datasource.username",
                POSTGRES.username(),
                "spring.datasource.password",
                POSTGRES.password(),
                "spring.datasource.hikari.maximum-pool-size",
                8);
    }

    private static EmbeddedPostgres start() {
        try {
            var folder = Files.createTempDirectory("poterne-test-postgres");
            return EmbeddedPostgres.start(new EmbeddedPostgresSettings(folder, Optional.empty(), System.out::println));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
