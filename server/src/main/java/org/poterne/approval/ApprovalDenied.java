package org.poterne.approval;

import java.time.Instant;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** "It was not me": whoever holds the device has said so. */
public record ApprovalDenied(TenantId tenant, AccountId account, ApprovalAction action, Instant at) {}
