package org.poterne.desk;

import java.util.Optional;

/** Why an agent wants to see what is masked: said in words, and kept (ASVS 5.0 14.2.6). */
record Reason(String text) {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 500;

    /** Ten letters or digits, and not a page: dots are no reason. */
    static Optional<Reason> parse(String typed) {
        var text = typed.strip();
        return text.codePoints().filter(Character::isLetterOrDigit).count() >= SHORTEST && text.length() <= LONGEST
                ? Optional.of(new Reason(text))
                : Optional.empty();
    }
}
