package org.poterne.access;

/** What came of an answer. */
enum AnswerOutcome {
    DONE,
    /** A right was asked for that this administrator does not hold: another must answer. */
    BEYOND_OWN_RIGHTS,
    /** Answered, withdrawn or expired; or of another establishment. */
    GONE
}
