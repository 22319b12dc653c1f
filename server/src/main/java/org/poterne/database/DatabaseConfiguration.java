package org.poterne.database;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The embedded database, unless {@code SPRING_DATASOURCE_URL} names another. */
@Configuration(proxyBeanMethods = false)
@Conditional(DatabaseConfiguration.NoneNamed.class)
class DatabaseConfiguration {

    private static final Logger log = LoggerFactory.getLogger(DatabaseConfiguration.class);

    @Bean
    @Lazy
    EmbeddedPostgres embeddedPostgres(DatabaseSettings settings) {
        return EmbeddedPostgres.start(
                new EmbeddedPostgresSettings(settings.folder(), settings.namedBinaries(), log::info));
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(DatabaseSettings settings, ObjectProvider<EmbeddedPostgres> postgres) {
        var neighbour =
                settings.beside() ? NeighbourPostgres.in(settings.folder()) : Optional.<NeighbourPostgres>empty();
        return neighbour
                .map(running -> new Connection(EmbeddedPostgres.urlAt(running.port()), running.password()))
                .orElseGet(() -> new Connection(
                        postgres.getObject().jdbcUrl(), postgres.getObject().password()));
    }

    private record Connection(String url, String password) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return DataFolder.ROLE;
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

    static final class NoneNamed implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment()
                    .getProperty("spring.datasource.url", "")
                    .isBlank();
        }
    }
}
