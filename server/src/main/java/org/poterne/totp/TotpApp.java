package org.poterne.totp;

import java.time.Instant;
import java.util.UUID;

/**
 * An application that its holder has set up.
 *
 * @param used when its last code was accepted
 */
record TotpApp(UUID id, String name, Instant since, Instant used) {}
