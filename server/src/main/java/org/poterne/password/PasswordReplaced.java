package org.poterne.password;

import java.time.Instant;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/**
 * An account has a new password, in the transaction under way. Whoever must end what the old one opened (sessions,
 * tokens, locks) does so in that same transaction.
 */
public record PasswordReplaced(TenantId tenant, AccountId account, Instant at) {}
