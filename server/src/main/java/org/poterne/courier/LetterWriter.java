package org.poterne.courier;

import java.util.Optional;

/** A flow's pen: writes one kind of letter at the moment it is sent. */
public interface LetterWriter {

    /** The kinds of all writers differ. */
    String kind();

    /**
     * Writes the letter, in a transaction of its own: a link in it must be committed before it travels. Called again for
     * each try; a fresh secret each time.
     *
     * @return nothing when there is nobody to write to, or nothing to say any more
     */
    Optional<Letter> write(LetterOrder order);
}
