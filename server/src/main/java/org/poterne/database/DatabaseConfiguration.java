package org.poterne.database;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The embedded database, unless {@code SPRING_DATASOURCE_URL} names another. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final Logger log = LoggerFactory.getLogger(DatabaseConfiguration.class);

    @Bean
    @Lazy
    EmbeddedPostgres embeddedPostgres(DatabaseSettings settings) {
        return EmbeddedPostgres.start(
                new EmbeddedPostgresSettings(settings.folder(), settings.namedBinaries(), log::info));
    }

    /** Decided at the start and not by a condition: those are frozen when the build lays the server out ahead. */
    @Bean
    JdbcConnectionDetails connection(
            DataSourceProperties named, DatabaseSettings settings, ObjectProvider<EmbeddedPostgres> postgres) {
        var url = Objects.requireNonNullElse(named.getUrl(), "");
        if (!url.isBlank()) {
            return new Connection(url, text(named.getUsername()), text(named.getPassword()));
        }
        var neighbour =
                settings.beside() ? NeighbourPostgres.in(settings.folder()) : Optional.<NeighbourPostgres>empty();
        return neighbour
                .map(running ->
                        new Connection(EmbeddedPostgres.urlAt(running.port()), DataFolder.ROLE, running.password()))
                .orElseGet(() -> embedded(postgres.getObject()));
    }

    private static Connection embedded(EmbeddedPostgres postgres) {
        return new Connection(postgres.jdbcUrl(), DataFolder.ROLE, postgres.password());
    }

    private static String text(@Nullable String setting) {
        return Objects.requireNonNullElse(setting, "");
    }

    private record Connection(String url, String username, String password) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return username;
        }

        @Override
        public String getPassword() {
            return password;
        }

        @Override
        public String toString() {
            return "Connection[redacted]";
        }
    }
}
