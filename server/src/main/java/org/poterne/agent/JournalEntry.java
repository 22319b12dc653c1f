package org.poterne.agent;

import java.time.Instant;
import org.poterne.account.AccountId;

/**
 * A line of what was done for a request.
 *
 * @param reason empty where none was asked
 */
public record JournalEntry(Instant at, AccountId agent, Act act, String reason) {}
