package org.poterne.intake;

import org.poterne.account.UnseenCharacter;

/** What stands in a cell of somebody's file: for the operator's own screen, never for a log. */
public final class TypedValue {

    private static final int SHOWN = 80;

    private final String text;

    TypedValue(String text) {
        this.text = text;
    }

    /** With what cannot be seen made visible: nothing in the file may move the cursor of the terminal it is shown on. */
    public String shown() {
        var shown = new StringBuilder();
        text.codePoints().limit(SHOWN).forEach(point -> {
            if (UnseenCharacter.is(point) || (point != ' ' && Character.isSpaceChar(point))) {
                shown.append("\\u{%X}".formatted(point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return text.codePointCount(0, text.length()) > SHOWN ? shown + "…" : shown.toString();
    }

    @Override
    public String toString() {
        return "TypedValue[redacted]";
    }
}
