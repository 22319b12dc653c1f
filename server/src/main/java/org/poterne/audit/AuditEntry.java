package org.poterne.audit;

import java.time.Instant;
import org.poterne.throttle.ClientAddress;

/**
 * One thing that happened to an account.
 *
 * @param what by its stable name in the trail: {@code authn_login_success}
 * @param from shows as nothing where the event has no address
 */
public record AuditEntry(Instant at, String what, ClientAddress from) {}
