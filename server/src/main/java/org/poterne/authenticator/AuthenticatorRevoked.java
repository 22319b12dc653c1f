package org.poterne.authenticator;

import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** A phone answers for an account no longer, in the transaction under way. */
public record AuthenticatorRevoked(TenantId tenant, AccountId account, UUID authenticator) {}
