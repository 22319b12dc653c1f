package org.poterne.password;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** An account has no password any more, in the transaction under way, and nothing that the old one opened may stand. */
public record PasswordWithdrawn(TenantId tenant, AccountId account) {}
