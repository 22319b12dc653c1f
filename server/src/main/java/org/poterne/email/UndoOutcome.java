package org.poterne.email;

/** What came of the button at the old address. */
sealed interface UndoOutcome {

    record Restored() implements UndoOutcome {}

    /** Unknown, spent, expired, another tenant's; or the address is somebody else's by now: the visitor is told no more. */
    record LinkUnusable() implements UndoOutcome {}
}
