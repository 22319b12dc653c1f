package org.poterne.approval;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** Another number was typed than the one that the browser shows: the request is dead. */
public record ApprovalMissed(TenantId tenant, AccountId account, ApprovalAction action) {}
