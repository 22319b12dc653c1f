package org.poterne.command;

import java.io.PrintStream;
import java.util.Locale;
import org.poterne.intake.ImportMode;
import org.poterne.intake.ImportReport;
import org.poterne.intake.RowRefusal;
import org.poterne.intake.RowRefusal.AddressMissing;
import org.poterne.intake.RowRefusal.AddressTwice;
import org.poterne.intake.RowRefusal.AnswerMissing;
import org.poterne.intake.RowRefusal.AnswerNotListed;
import org.poterne.intake.RowRefusal.NameTooLong;
import org.poterne.intake.RowRefusal.NamesMissing;
import org.poterne.intake.RowRefusal.NotALanguage;
import org.poterne.intake.RowRefusal.NotAUsername;
import org.poterne.intake.RowRefusal.NotAnAddress;
import org.poterne.intake.RowRefusal.TooManyCells;
import org.poterne.intake.RowRefusal.UnseenCharacters;
import org.poterne.intake.RowRefusal.UsernameTaken;
import org.poterne.intake.RowRefusal.UsernameTwice;

/** The report of an import, for the operator. */
final class ImportWords {

    private static final int LISTED = 20;

    private ImportWords() {}

    static void print(ImportReport report, ImportMode mode, PrintStream out) {
        if (!report.ignoredColumns().isEmpty()) {
            out.println("Columns not used: " + String.join(", ", report.ignoredColumns()) + ".");
        }
        var none = mode == ImportMode.ALL_OR_NOTHING && !report.refused().isEmpty();
        if (none) {
            out.println(
                    "Nothing was added: " + rows(report.refused().size()) + " refused, and all or nothing was asked.");
        } else {
            out.println(count(report.added(), "account") + " added, " + number(report.alreadyThere())
                    + " already there and left unchanged, "
                    + rows(report.refused().size()) + " refused.");
        }
        // What was kept is out of sight: the list of the others is the operator's work, whole.
        refusals(report, none ? LISTED : Integer.MAX_VALUE, out);
    }

    private static void refusals(ImportReport report, int listed, PrintStream out) {
        report.refused().stream()
                .limit(listed)
                .map(row -> "  line " + row.line() + ": " + words(row.why()) + " ["
                        + row.why().reason() + "]")
                .forEach(out::println);
        var more = report.refused().size() - listed;
        if (more > 0) {
            out.println("  and " + number(more) + " more");
        }
    }

    private static String words(RowRefusal refusal) {
        return switch (refusal) {
            case AddressMissing() -> "the e-mail is empty";
            case NotAnAddress(var value) -> "\"" + value.shown() + "\" is not an e-mail address that can be used";
            case AddressTwice(var earlier) -> "the same address as line " + earlier;
            case NamesMissing() -> "both names are empty: one of them is needed";
            case NameTooLong(var column, var characters, var atMost) ->
                "the " + column.words() + " has " + characters + " characters: " + atMost + " at most";
            case UnseenCharacters(var column, var value) ->
                "the " + column.words() + " holds characters that cannot be seen: \"" + value.shown() + "\"";
            case NotAUsername(var value) ->
                "\"" + value.shown() + "\" is not a username: 2 to 30 letters, digits, '.', '_' or '-'";
            case UsernameTwice(var earlier) -> "the same username as line " + earlier + ", or one that looks like it";
            case UsernameTaken() -> "another account has that username, or one that looks like it";
            case NotALanguage(var value) -> "\"" + value.shown() + "\" is not a language of the tenant";
            case AnswerMissing(var column) -> "the cell of `" + column.words() + "` is empty";
            case AnswerNotListed(var column, var value) ->
                "\"" + value.shown() + "\" is not an answer of `" + column.words() + "`";
            case TooManyCells(var cells, var columns) ->
                cells + " cells under " + columns
                        + " columns: write a cell that holds a separator between quotation marks";
        };
    }

    private static String rows(long rows) {
        return count(rows, "row");
    }

    private static String count(long number, String thing) {
        return number(number) + " " + thing + (number == 1 ? "" : "s");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
