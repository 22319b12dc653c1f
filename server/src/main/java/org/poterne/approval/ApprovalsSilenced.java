package org.poterne.approval;

import java.time.Instant;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** So much was asked that no more is shown for a while; the holder is told once a day. */
public record ApprovalsSilenced(TenantId tenant, AccountId account, Instant at) {}
