package org.poterne.unbinding;

import java.util.UUID;
import org.poterne.account.AccountId;

/** What an agent proposes for whoever has lost every second factor, and why. */
public record LossReport(AccountId agent, AccountId account, UUID request, String reason) {}
