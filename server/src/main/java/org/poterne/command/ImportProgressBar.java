package org.poterne.command;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.poterne.intake.ImportProgress;
import org.poterne.intake.ImportProgress.Stage;

/** How far the import has come: one line rewritten in place at a terminal, a line every ten percent in a file. */
final class ImportProgressBar implements Consumer<ImportProgress>, AutoCloseable {

    enum Style {
        IN_PLACE,
        LINES
    }

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final Style style;
    private Stage stage = Stage.CHECKING;
    private int shown = -1;
    private boolean lineOpen;

    ImportProgressBar(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
    }

    static ImportProgressBar on(PrintStream out) {
        // No console is an answer again since Java 25, when input or output is not a terminal.
        var terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        return new ImportProgressBar(out, terminal.isPresent() ? Style.IN_PLACE : Style.LINES);
    }

    @Override
    public void accept(ImportProgress progress) {
        if (progress.stage() != stage) {
            close();
            stage = progress.stage();
            shown = -1;
        }
        var step = progress.percent() / (style == Style.LINES ? 10 : 1);
        if (step == shown) {
            return;
        }
        shown = step;
        switch (style) {
            case IN_PLACE -> {
                out.print("\r" + bar(progress));
                out.flush();
                lineOpen = true;
            }
            case LINES -> out.println(words(progress));
        }
    }

    /** Ends the line that is rewritten, so that what follows begins on its own. */
    @Override
    public void close() {
        if (lineOpen) {
            out.println();
            lineOpen = false;
        }
    }

    private static String bar(ImportProgress progress) {
        var full = progress.percent() * WIDTH / 100;
        return "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] " + words(progress);
    }

    private static String words(ImportProgress progress) {
        var doing = switch (progress.stage()) {
            case CHECKING -> "Checking";
            case ADDING -> "Adding";
        };
        return String.format(Locale.ROOT, "%s: %3d %%, %,d rows", doing, progress.percent(), progress.rows());
    }
}
