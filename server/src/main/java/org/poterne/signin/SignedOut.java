package org.poterne.signin;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** Somebody signed out. */
public record SignedOut(TenantId tenant, AccountId account) {}
