package org.poterne.authenticator;

/** A signed call was asked for, and this is none. */
final class CallRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String outcome;

    /** @param outcome as the application hears it */
    CallRefused(String outcome) {
        this.outcome = outcome;
    }

    String outcome() {
        return outcome;
    }
}
