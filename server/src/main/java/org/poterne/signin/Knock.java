package org.poterne.signin;

import java.util.Optional;
import org.poterne.device.DeviceId;
import org.poterne.password.RawPassword;
import org.poterne.session.SessionOrigin;

/** What somebody says at the door, and where they come from. */
record Knock(String identifier, RawPassword password, SessionOrigin from, Optional<DeviceId> device) {}
