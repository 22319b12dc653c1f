package org.poterne.unbinding;

/** What came of proposing it; told to agents alone. */
public sealed interface ProposalOutcome {

    record Proposed() implements ProposalOutcome {}

    /** The sheet says why. */
    record NotPossible() implements ProposalOutcome {}
}
