package org.poterne.readdress;

import java.util.Optional;
import java.util.function.Function;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterOrder;
import org.poterne.courier.LetterWriter;

/** Writes one kind of letter. Its link is minted by one statement, and so committed before it travels. */
record Pen(String kind, Function<LetterOrder, Optional<Letter>> hand) implements LetterWriter {

    @Override
    public Optional<Letter> write(LetterOrder order) {
        return hand.apply(order);
    }
}
