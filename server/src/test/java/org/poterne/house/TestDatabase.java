package org.poterne.house;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.poterne.database.EmbeddedPostgres;
import org.poterne.database.EmbeddedPostgresSettings;
import org.poterne.database.UnpackedPostgres;

/**
 * One PostgreSQL for all tests, started by our own launcher; a schema for each house. An external one serves instead when it
 * is named: {@code -Dpoterne.test.jdbc-url=jdbc:postgresql://127.0.0.1:5433/poterne -Dpoterne.test.username=…
 * -Dpoterne.test.password=…}.
 */
record TestDatabase(String url, String username, String password) {

    private static final TestDatabase SHARED = Optional.ofNullable(System.getProperty("poterne.test.jdbc-url"))
            .map(TestDatabase::named)
            .orElseGet(TestDatabase::embedded);

    static Map<String, Object> settings(String schema) {
        try (var connection = DriverManager.getConnection(SHARED.url, SHARED.username, SHARED.password);
                var statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Map.of(
                "spring.datasource.url",
                inSchema(SHARED.url, schema),
                "spring.datasource.username",
                SHARED.username,
                "spring.datasource.password",
                SHARED.password,
                "spring.datasource.hikari.maximum-pool-size",
                8);
    }

    static int port() {
        return address().getPort();
    }

    /** @param port of a cable that leads to the database */
    static String urlThrough(int port, String schema) {
        return inSchema(SHARED.url.replace(address().getAuthority(), "127.0.0.1:" + port), schema);
    }

    private static URI address() {
        return URI.create(SHARED.url.substring("jdbc:".length()));
    }

    /** Its disk is not waited for: no test takes the power away from this database. */
    private static String inSchema(String url, String schema) {
        return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema
                + "&options=-c%20synchronous_commit%3Doff";
    }

    private static TestDatabase named(String url) {
        return new TestDatabase(
                url, System.getProperty("poterne.test.username", ""), System.getProperty("poterne.test.password", ""));
    }

    private static TestDatabase embedded() {
        try {
            var folder = Files.createTempDirectory("poterne-test-postgres");
            var postgres = EmbeddedPostgres.start(new EmbeddedPostgresSettings(
                    folder, Optional.of(UnpackedPostgres.programs()), System.out::println));
            return new TestDatabase(postgres.jdbcUrl(), postgres.username(), postgres.password());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
