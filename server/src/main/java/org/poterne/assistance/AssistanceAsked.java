package org.poterne.assistance;

import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/**
 * Somebody asked the help desk for something, in the transaction under way.
 *
 * @param account the holder who was signed in
 * @param from as budgets count it
 */
public record AssistanceAsked(TenantId tenant, Optional<AccountId> account, UUID request, String from) {}
