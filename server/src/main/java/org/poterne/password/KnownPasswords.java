package org.poterne.password;

import org.springframework.stereotype.Component;

/** Passwords that are known: guessed first, found in a breach by the operator's own file, or by the service that keeps them. */
@Component
final class KnownPasswords {

    private final CommonPasswords common;
    private final BreachedPasswords breached;
    private final BreachedRange range;

    KnownPasswords(CommonPasswords common, BreachedPasswords breached, BreachedRange range) {
        this.common = common;
        this.breached = breached;
        this.range = range;
    }

    /** Here, in this machine: microseconds. */
    boolean holds(RawPassword password) {
        return common.holds(password) || breached.holds(password);
    }

    /** Asks the range service, where one is set: up to a second. */
    boolean isKnownElsewhere(RawPassword password) {
        return range.holds(password);
    }
}
