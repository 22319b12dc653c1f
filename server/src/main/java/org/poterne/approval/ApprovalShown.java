package org.poterne.approval;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** A request is shown to the account's devices. */
public record ApprovalShown(TenantId tenant, AccountId account, ApprovalAction action, String from) {}
