package org.poterne.signin;

import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/**
 * Somebody did not get in.
 *
 * @param account empty for an unknown identifier, which is not kept: it may be a password
 */
public record SignInRefused(TenantId tenant, Optional<AccountId> account, String from) {}
