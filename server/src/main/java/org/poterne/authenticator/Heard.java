package org.poterne.authenticator;

/** What came of a call. */
sealed interface Heard {

    record Call(SignedCall call) implements Heard {}

    /** Signed as it should be, by a phone that answers for nobody any more: it may know. */
    record OfARevoked() implements Heard {}

    /** Unsigned, forged, stale, heard before, another tenant's, of a phone that is not known: told apart from nothing. */
    record Nobody() implements Heard {}
}
