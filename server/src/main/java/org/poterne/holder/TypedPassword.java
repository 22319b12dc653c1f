package org.poterne.holder;

import java.util.Optional;
import org.poterne.device.DeviceId;
import org.poterne.password.RawPassword;
import org.poterne.session.SessionOrigin;

/** The current password as it was typed on one of the account's pages, and where. */
record TypedPassword(RawPassword current, SessionOrigin from, Optional<DeviceId> device) {}
