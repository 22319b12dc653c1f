package org.poterne.account;

/** What came of a sign-up. */
public sealed interface Enrolment {

    /** Of an address that was free. */
    sealed interface Entered extends Enrolment {}

    record Added(AccountId account) implements Entered {}

    /** Somebody has proved to read this address: it is theirs. */
    record EmailTaken(AccountId holder) implements Enrolment {}

    /** By the same name, or by one that looks the same. */
    record UsernameTaken() implements Entered {}
}
