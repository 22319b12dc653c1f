package org.poterne.device;

import java.time.Instant;

/** A browser that an account has signed in with. */
public record KnownDevice(DeviceId id, UserBrowser browser, Instant knownFrom, Instant seenAt) {}
