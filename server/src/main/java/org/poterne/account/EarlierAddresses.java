package org.poterne.account;

import java.util.Collection;
import org.poterne.tenant.TenantId;

/**
 * Addresses that were an account's until lately: what matters is told to them too, since whoever took the account may have brought
 * the new one (NIST SP 800-63B-4 §4.6). A bean of each module that changes one.
 */
public interface EarlierAddresses {

    Collection<EmailAddress> of(TenantId tenant, AccountId account);
}
