package org.poterne.command;

import java.io.PrintStream;
import java.nio.file.Path;
import org.poterne.intake.AccountImport;
import org.poterne.intake.ImportFileRefused;
import org.poterne.intake.ImportMode;
import org.poterne.intake.ImportReport;
import org.poterne.tenant.TenantId;

/** {@code poterne accounts import}: the bar, the report and the exit code. */
final class AccountsImport {

    static final int ALL_FINE = 0;
    static final int REFUSED_WHOLE = 2;
    static final int SOME_REFUSED = 3;

    private AccountsImport() {}

    static int run(AccountImport importer, TenantId tenant, Path file, ImportMode mode, PrintStream out) {
        try {
            var report = withBar(importer, tenant, file, mode, out);
            ImportWords.print(report, mode, out);
            return exitCode(report, mode);
        } catch (ImportFileRefused e) {
            out.println(e.getMessage());
            return REFUSED_WHOLE;
        }
    }

    private static ImportReport withBar(
            AccountImport importer, TenantId tenant, Path file, ImportMode mode, PrintStream out) {
        try (var bar = ImportProgressBar.on(out)) {
            return importer.run(tenant, file, mode, bar);
        }
    }

    private static int exitCode(ImportReport report, ImportMode mode) {
        if (report.refused().isEmpty()) {
            return ALL_FINE;
        }
        return switch (mode) {
            case GOOD_ONES_KEPT -> SOME_REFUSED;
            case ALL_OR_NOTHING -> REFUSED_WHOLE;
        };
    }
}
