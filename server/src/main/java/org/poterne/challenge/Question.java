package org.poterne.challenge;

import java.util.Optional;
import java.util.UUID;

/**
 * An image to read, the same asked by ear, and work for whoever can or will do neither (WCAG 3.3.8). It knows no answer.
 *
 * @param id of the image and its sound; absent where this address has asked for too many: the work is left
 * @param puzzle the way without an image
 * @param typed what was answered so far, while something else of the form is mended
 */
public record Question(Optional<UUID> id, Puzzle puzzle, String typed, Optional<Reason> reason) implements Challenge {

    static Question of(Optional<UUID> id, Puzzle puzzle) {
        return new Question(id, puzzle, "", Optional.empty());
    }

    /** The same, saying why it is there. */
    public Question because(Reason why) {
        return new Question(id, puzzle, typed, Optional.of(why));
    }

    Question answered(String answer) {
        return new Question(id, puzzle, answer, reason);
    }

    public boolean isRefused() {
        return reason.filter(Reason::isError).isPresent();
    }

    /** What was typed is nobody's business. */
    @Override
    public String toString() {
        return "Question[" + id + "]";
    }
}
