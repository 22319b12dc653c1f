package org.poterne.guide;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody thought of a page, as they sent it.
 *
 * @param useful {@code yes} or {@code no}, by the button that was pressed
 * @param error key of what is wrong with it; empty when nothing is
 */
public record AnswerForm(String useful, String comment, String error) {

    static final AnswerForm NOTHING = new AnswerForm("", "", "");

    /** What no keyboard types, and some of which no database keeps. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\n\t]]");

    static AnswerForm sent(String useful, String comment) {
        var text = UNSEEN.matcher(comment.replace("\r\n", "\n")).replaceAll("").strip();
        var form = new AnswerForm(useful, text, "");
        if (form.verdict().isEmpty()) {
            return new AnswerForm(useful, text, "guide.feedback.unclear");
        }
        return form.length() > most() ? new AnswerForm(useful, text, "guide.feedback.too-long") : form;
    }

    /** Characters that a comment may have. */
    public static int most() {
        return Feedback.LONGEST_COMMENT;
    }

    /** As people and the database count. */
    public int length() {
        return comment.codePointCount(0, comment.length());
    }

    Optional<Boolean> verdict() {
        return switch (useful) {
            case "yes" -> Optional.of(true);
            case "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
