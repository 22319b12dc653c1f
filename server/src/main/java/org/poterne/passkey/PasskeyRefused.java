package org.poterne.passkey;

import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/**
 * What a browser signed opened nothing.
 *
 * @param account whose passkey it named; empty when it is nobody's here
 * @param from the address, as budgets count it
 */
public record PasskeyRefused(TenantId tenant, Optional<AccountId> account, String from) {}
