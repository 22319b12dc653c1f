package org.poterne.readdress;

/** What came of proposing another address; told to agents alone. */
public sealed interface ProposalOutcome {

    record Proposed() implements ProposalOutcome {}

    /** Too few establishments: their administrator makes another account (requirements DA-8). */
    record NotLarge() implements ProposalOutcome {}

    record SameAddress() implements ProposalOutcome {}

    /** It is another account's. */
    record AddressTaken() implements ProposalOutcome {}

    /** Another change of this account is under way. */
    record UnderWay() implements ProposalOutcome {}
}
