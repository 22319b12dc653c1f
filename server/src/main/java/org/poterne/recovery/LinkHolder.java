package org.poterne.recovery;

import org.poterne.account.Account;

/** Whose link this is, and the attempt that it belongs to. */
record LinkHolder(Account account, RecoveryAttempt attempt) {}
