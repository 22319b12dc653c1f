package org.poterne.lockout;

import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/**
 * So many guesses were wrong that no more are compared for a while.
 *
 * @param account empty for an identifier that is nobody's
 */
public record AccountLocked(TenantId tenant, Optional<AccountId> account) {}
