package org.poterne.agent;

/** What came of approving or refusing what another agent proposed. */
public sealed interface Decision {

    record Decided() implements Decision {}

    /** By whoever proposed it, or for their own account: two pairs of eyes are two people (ASVS 5.0 2.3.5). */
    record NotYours() implements Decision {}

    /** Somebody was faster, or what it rested on is no more. */
    record Over() implements Decision {}
}
