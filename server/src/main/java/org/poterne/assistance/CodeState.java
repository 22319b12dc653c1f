package org.poterne.assistance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.poterne.assistance.AssistanceRequest.Kind;

/**
 * How a request's codes stand.
 *
 * @param matchedAt when the caller last said the right one
 */
public record CodeState(Kind kind, Source source, Instant until, int tries, Optional<Instant> matchedAt) {

    /** Of one request, in all its life. */
    static final int TRIES = 5;

    private static final Duration STANDS = Duration.ofHours(1); // one conversation

    /** Where the caller read them. */
    public enum Source {
        PAGE,
        LETTER
    }

    public boolean isGood(Instant now) {
        return tries < TRIES && until.isAfter(now);
    }

    public boolean isExhausted() {
        return tries >= TRIES;
    }

    public boolean isMatched(Instant now) {
        return matchedAt.filter(at -> at.plus(STANDS).isAfter(now)).isPresent();
    }

    /**
     * Whether the right code says anything of the account: it was read in the account's own session, or in its own mailbox.
     * Whoever typed a form in somebody's name reads its codes too, which prove no more than who typed it.
     */
    public boolean provesAccount(Instant now) {
        return isMatched(now) && (source == Source.LETTER || kind == Kind.ADDRESS);
    }
}
