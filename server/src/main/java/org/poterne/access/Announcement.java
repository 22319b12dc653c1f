package org.poterne.access;

import java.util.Optional;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterOrder;
import org.poterne.courier.LetterWriter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * No letter itself: where the letters of a request are owed. In the request's own time, an establishment with ten
 * administrators would answer later than one that does not exist.
 */
@Component
class Announcement implements LetterWriter {

    static final String KIND = "access.announcement";

    private final AccessLetters letters;

    Announcement(AccessLetters letters) {
        this.letters = letters;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public Optional<Letter> write(LetterOrder order) {
        letters.announce(order);
        return Optional.empty();
    }
}
