package org.poterne.assistance;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;

/**
 * Something asked of the help desk.
 *
 * @param account whose it is: of a holder from the first; of a form once an agent has chosen it, on nobody's word but theirs
 * @param agent in whose hands it is, or was
 */
public record AssistanceRequest(
        UUID id,
        RequestNumber number,
        Kind kind,
        State state,
        Optional<AccountId> account,
        Optional<AccountId> agent,
        Instant askedAt,
        Optional<Result> result) {

    /** How it came. */
    public enum Kind {
        /** By somebody who cannot get in; nobody is known by it. */
        FORM,
        /** By a holder who is signed in and wants another sign-in address. */
        ADDRESS,
        /** By telephone: an agent wrote it down. */
        CALL;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far it is. */
    public enum State {
        NEW,
        TAKEN,
        /** For a second agent, who is to approve what the first proposes. */
        SECOND,
        CLOSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What came of it. */
    public enum Result {
        HELPED,
        UNVERIFIED,
        NO_ANSWER,
        UNFOUNDED,
        ADDRESS_APPROVED,
        UNBINDING_APPROVED;

        /** Not one agent's to choose: it comes of what two decide. */
        public boolean isOfTwo() {
            return this == ADDRESS_APPROVED || this == UNBINDING_APPROVED;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** What a form sent. */
        public static Optional<Result> parse(String word) {
            return java.util.Arrays.stream(values())
                    .filter(result -> result.word().equals(word))
                    .findFirst();
        }
    }

    public boolean isOpen() {
        return state != State.CLOSED;
    }

    /** In the hands of this agent, and not closed. */
    public boolean isInHandsOf(AccountId somebody) {
        return isOpen() && agent.filter(somebody::equals).isPresent();
    }
}
