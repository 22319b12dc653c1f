package org.poterne.session;

import org.poterne.account.AccountId;

/** Whose session a request belongs to, and which of theirs it is. */
public record SignedInPerson(AccountId account, String name, SessionHandle session) {}
