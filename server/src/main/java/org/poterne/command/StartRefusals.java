package org.poterne.command;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.poterne.database.EmbeddedPostgresFailure;
import org.poterne.key.KeyFileRefused;
import org.poterne.password.BreachedFileRefused;
import org.poterne.tenant.TenantFileRefused;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;

/** Why a start was refused, in the operator's words and without a stack trace; nothing for what nobody foresaw. */
final class StartRefusals {

    private StartRefusals() {}

    static Optional<String> words(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> told(cause).stream())
                .findFirst();
    }

    private static Optional<String> told(Throwable cause) {
        return switch (cause) {
            case SettingsRefused refused -> told(refused, "docs/settings.md lists every setting.");
            case TenantFileRefused refused -> told(refused, "docs/tenant-file.md shows every key.");
            case KeyFileRefused refused -> told(refused, "docs/key.md tells what each file is for.");
            case BreachedFileRefused refused -> told(refused, "docs/password.md tells what it is for.");
            case EmbeddedPostgresFailure refused -> told(refused, "docs/database.md tells how it is run.");
            case PortInUseException busy ->
                Optional.of("Port " + busy.getPort() + " is in use. Choose another: --port N.");
            case BindException wrong ->
                Optional.of("The setting " + wrong.getName() + " is wrong: " + root(wrong)
                        + ". docs/settings.md lists every setting.");
            case SQLException unreachable ->
                Optional.of("The database does not let us in: " + unreachable.getMessage()
                        + "\nCheck SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD;"
                        + " without them the embedded database serves.");
            default -> Optional.empty();
        };
    }

    private static Optional<String> told(RuntimeException refused, String where) {
        return Optional.of(refused.getMessage() + "\n" + where);
    }

    private static String root(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
