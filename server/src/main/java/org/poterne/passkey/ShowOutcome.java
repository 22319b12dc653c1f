package org.poterne.passkey;

import java.time.Duration;
import org.poterne.account.AccountId;

/** What came of showing a passkey. */
public sealed interface ShowOutcome {

    record Shown(AccountId account) implements ShowOutcome {}

    /**
     * Not asked by us, too late, shown before, nobody's here, somebody else's, not verified, badly signed, cloned: a stranger
     * is told no more than this.
     */
    record Refused() implements ShowOutcome {}

    record TooOften(Duration pause) implements ShowOutcome {}
}
