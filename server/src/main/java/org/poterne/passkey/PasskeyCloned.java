package org.poterne.passkey;

import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;

/** A passkey's counter went backwards: there may be two of it (WebAuthn L3 §6.1.1). It opened nothing. */
public record PasskeyCloned(TenantId tenant, AccountId account) {}
