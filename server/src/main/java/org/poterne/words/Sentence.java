package org.poterne.words;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One sentence as its pattern says it. Patterns stand in files and are as many as those have, so each is read once: ICU, which
 * reads it at each saying, takes ten times as long, and still says all but the simplest, texts set into a text.
 */
final class Sentence {

    private static final Map<String, Sentence> READ = new ConcurrentHashMap<>();

    private sealed interface Piece {}

    private record Text(String text) implements Piece {}

    private record Slot(String name) implements Piece {}

    private final String pattern;
    private final List<Piece> pieces; // empty: ICU's to say

    private Sentence(String pattern, List<Piece> pieces) {
        this.pattern = pattern;
        this.pieces = List.copyOf(pieces);
    }

    /** @throws IllegalArgumentException for what is no pattern */
    static Sentence of(String pattern) {
        return READ.computeIfAbsent(pattern, Sentence::read);
    }

    /** @param numbers whose digits and plurals */
    String say(Locale numbers, Map<String, ?> values) {
        var said = new StringBuilder();
        for (var piece : pieces) {
            switch (piece) {
                case Text(var text) -> said.append(text);
                case Slot(var name) when values.get(name) instanceof String value -> said.append(value);
                case Slot _ -> {
                    return byIcu(numbers, values);
                }
            }
        }
        return pieces.isEmpty() ? byIcu(numbers, values) : said.toString();
    }

    private String byIcu(Locale numbers, Map<String, ?> values) {
        return new MessageFormat(pattern, numbers).format(values);
    }

    /** ICU's own reading, so that braces and apostrophes mean what they mean there. */
    private static Sentence read(String pattern) {
        var parts = new MessagePattern(pattern);
        var pieces = new ArrayList<Piece>();
        var from = 0;
        for (var number = 0; number < parts.countParts(); number++) {
            var part = parts.getPart(number);
            switch (part.getType()) {
                case ARG_START -> {
                    if (part.getArgType() != ArgType.NONE) {
                        return new Sentence(pattern, List.of());
                    }
                    add(pieces, pattern.substring(from, part.getIndex()));
                    pieces.add(new Slot(parts.getSubstring(parts.getPart(number + 1))));
                    number = parts.getLimitPartIndex(number);
                    from = parts.getPart(number).getLimit();
                }
                default -> {
                    add(pieces, pattern.substring(from, part.getIndex()));
                    from = part.getLimit();
                }
            }
        }
        return new Sentence(pattern, pieces);
    }

    private static void add(List<Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Text(text));
        }
    }
}
