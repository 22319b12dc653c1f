package org.poterne.session;

import java.util.Locale;
import java.util.Optional;
import org.poterne.account.AccountId;

/** Whose session a request belongs to, and which of theirs it is. */
public record SignedInPerson(AccountId account, String name, Optional<Locale> language, SessionHandle session) {}
