package org.poterne.agent;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** An agent wanted to see or do more than the tenant allows in an hour: said once an hour. */
public record VolumeExceeded(TenantId tenant, AccountId agent) {}
