package org.poterne.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.poterne.intake.ImportProgress;
import org.poterne.password.BreachedFileRefused;
import org.poterne.password.BreachedImport;
import org.poterne.password.BreachedProgress;
import org.poterne.password.BreachedReport;

/** {@code poterne passwords import-breached}: the bar, the report and the exit code. */
final class BreachedListImport {

    static final int ALL_FINE = 0;
    static final int REFUSED = 2;

    private BreachedListImport() {}

    static int run(BreachedImport importer, Path list, long leastCount, PrintStream out) {
        try {
            report(withBar(importer, list, leastCount, out), out);
            return ALL_FINE;
        } catch (BreachedFileRefused e) {
            out.println(e.getMessage());
            return REFUSED;
        } catch (IOException e) {
            out.println("The list could not be taken up (" + e.getMessage() + "). Nothing was changed.");
            return REFUSED;
        }
    }

    private static BreachedReport withBar(BreachedImport importer, Path list, long leastCount, PrintStream out)
            throws IOException {
        try (var bar = ImportProgressBar.on(out)) {
            return importer.run(list, leastCount, progress -> bar.accept(shown(progress)));
        }
    }

    private static ImportProgress shown(BreachedProgress progress) {
        var stage = switch (progress.stage()) {
            case CHECKING -> ImportProgress.Stage.CHECKING;
            case ADDING -> ImportProgress.Stage.ADDING;
        };
        return new ImportProgress(stage, progress.lines(), progress.bytesRead(), progress.fileSize());
    }

    private static void report(BreachedReport report, PrintStream out) {
        var kind = switch (report.kind()) {
            case SHA_1 -> "SHA-1";
            case NTLM -> "NTLM";
        };
        out.println(String.format(
                Locale.ROOT,
                "%,d breached passwords (%s) taken up, %,d left out: %,d MB. A server that runs takes them up by itself.",
                report.entries(),
                kind,
                report.leftOut(),
                Math.ceilDiv(report.bytes(), 1_000_000)));
    }
}
