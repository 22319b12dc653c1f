package org.poterne.membership;

import java.time.Instant;
import org.poterne.account.AccountId;

/** Somebody's access to an establishment. */
public record Membership(Establishment establishment, AccountId account, Rights rights, Instant since) {}
