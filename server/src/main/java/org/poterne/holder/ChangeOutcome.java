package org.poterne.holder;

import java.time.Duration;

/** What came of a change that asks the password. */
sealed interface ChangeOutcome {

    record Made() implements ChangeOutcome {}

    record PasswordRefused(Reason reason) implements ChangeOutcome {}

    record TooOften(Duration pause) implements ChangeOutcome {}

    /** Why a current password was refused. */
    enum Reason {
        WRONG("holder.current-password.wrong"),
        /** So many were wrong that no more are compared for a while. */
        LOCKED("holder.current-password.locked");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        /** Of its sentence. */
        String key() {
            return key;
        }
    }
}
