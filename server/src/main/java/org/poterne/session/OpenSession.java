package org.poterne.session;

import java.time.Instant;
import org.poterne.device.UserBrowser;
import org.poterne.throttle.ClientAddress;

/**
 * A session as its owner sees it.
 *
 * @param seen to the minute
 */
public record OpenSession(SessionHandle handle, UserBrowser browser, ClientAddress from, Instant since, Instant seen) {}
