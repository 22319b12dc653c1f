package org.poterne.command;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.poterne.database.EmbeddedPostgresFailure;
import org.poterne.key.KeyFileRefused;
import org.poterne.tenant.TenantFileRefused;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;

/** Why a start was refused, in the operator's words and without a stack trace. */
public final class StartRefusals implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(StartRefusals::told)
                .findFirst()
                .orElse(null);
    }

    private static Stream<FailureAnalysis> told(Throwable cause) {
        return switch (cause) {
            case SettingsRefused refused ->
                told(refused, refused.getMessage(), "Set them in the environment: docs/settings.md lists all.");
            case TenantFileRefused refused ->
                told(refused, refused.getMessage(), "Mend the file; docs/tenant-file.md shows every key.");
            case KeyFileRefused refused ->
                told(refused, refused.getMessage(), "docs/key.md tells what each file is for.");
            case EmbeddedPostgresFailure refused ->
                told(refused, refused.getMessage(), "docs/database.md tells how the embedded database is run.");
            case PortInUseException busy ->
                told(busy, "Port " + busy.getPort() + " is in use.", "Choose another: --port N.");
            default -> Stream.empty();
        };
    }

    private static Stream<FailureAnalysis> told(Throwable cause, @Nullable String what, String action) {
        return Stream.of(new FailureAnalysis(String.valueOf(what), action, cause));
    }
}
