package org.poterne.approval;

import java.time.Instant;
import java.util.UUID;
import org.poterne.session.SessionOrigin;

/**
 * What a device is asked.
 *
 * @param isKnown whether the browser that waits has been signed in with before
 */
record ApprovalRequest(
        UUID id, ApprovalAction action, SessionOrigin origin, boolean isKnown, Instant askedAt, Instant expiresAt) {}
