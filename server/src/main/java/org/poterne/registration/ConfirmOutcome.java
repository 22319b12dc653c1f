package org.poterne.registration;

/** What came of the button that confirms. */
sealed interface ConfirmOutcome {

    record Confirmed() implements ConfirmOutcome {}

    /** Unknown, spent, expired, replaced or another tenant's: the visitor is told no more than this. */
    record LinkUnusable() implements ConfirmOutcome {}

    /** From another browser than the sign-up's: only its password tells that it was the same person. */
    record PasswordMissing() implements ConfirmOutcome {}

    record PasswordWrong() implements ConfirmOutcome {}

    record TooManyWrong() implements ConfirmOutcome {}
}
