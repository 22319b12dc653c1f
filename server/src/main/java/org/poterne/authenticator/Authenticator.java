package org.poterne.authenticator;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;

/**
 * A phone that answers for an account.
 *
 * @param name as its holder calls it
 * @param usedAt when it last answered a request; empty: never
 */
public record Authenticator(UUID id, AccountId account, String name, Instant since, Optional<Instant> usedAt) {}
