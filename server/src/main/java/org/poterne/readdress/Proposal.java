package org.poterne.readdress;

import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.account.EmailAddress;

/** What an agent proposes, and why. */
public record Proposal(AccountId agent, AccountId account, UUID request, EmailAddress to, String reason) {}
