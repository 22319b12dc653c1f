package org.poterne.courier;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The text part of a letter: complete by itself, for those who read nothing else. */
public final class PlainText {

    private static final int WIDTH = 76;

    private PlainText() {}

    public static String of(String house, List<LetterPart> parts, String footer) {
        var blocks = new ArrayList<String>();
        blocks.add(wrapped(house));
        parts.forEach(part -> blocks.add(block(part)));
        // "-- " alone on its line begins a signature (RFC 3676 §4.3): readers set it apart, replies leave it out.
        return String.join("\n\n", blocks) + "\n\n-- \n" + wrapped(footer) + "\n";
    }

    private static String block(LetterPart part) {
        return switch (part) {
            case LetterPart.Paragraph(var text) -> wrapped(text);
            case LetterPart.Note(var text) -> wrapped(text);
            case LetterPart.Button(var label, var link, var copyHint) ->
                wrapped(label) + "\n\n" + wrapped(copyHint) + "\n\n" + link;
            case LetterPart.Facts(var facts) ->
                facts.stream()
                        .map(fact -> wrapped(fact.label()) + "\n"
                                + wrapped(fact.value()).indent(2).stripTrailing())
                        .collect(Collectors.joining("\n"));
        };
    }

    /** Breaks at plain spaces only: never within a link, nor at the no-break spaces of French. */
    private static String wrapped(String text) {
        return text.lines().map(PlainText::wrappedLine).collect(Collectors.joining("\n"));
    }

    private static String wrappedLine(String line) {
        var out = new StringBuilder();
        var column = 0;
        for (var word : line.split(" ", -1)) {
            var length = word.codePointCount(0, word.length());
            if (column > 0) {
                var fits = column + 1 + length <= WIDTH;
                out.append(fits ? ' ' : '\n');
                column = fits ? column + 1 : 0;
            }
            out.append(word);
            column += length;
        }
        return out.toString();
    }
}
