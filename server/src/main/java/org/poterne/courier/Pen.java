package org.poterne.courier;

import java.util.Optional;
import java.util.function.Function;

/**
 * Writes one kind of letter by a method of whoever writes several.
 *
 * @param hand writes at most one statement, and so without a transaction: a link in the letter is committed before it travels
 */
public record Pen(String kind, Function<LetterOrder, Optional<Letter>> hand) implements LetterWriter {

    @Override
    public Optional<Letter> write(LetterOrder order) {
        return hand.apply(order);
    }
}
