package org.poterne.session;

import org.poterne.account.AccountId;

/** Whose session a request belongs to. */
public record SignedInPerson(AccountId account, String name) {}
