package org.poterne.token;

import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.account.EmailAddress;

/**
 * What a token is bound to beside its tenant and purpose.
 *
 * @param address where its letter goes: an address given up since makes the link unusable
 * @param concerns what it was minted for: an attempt, an invitation
 */
public record TokenBinding(AccountId account, EmailAddress address, UUID concerns) {}
