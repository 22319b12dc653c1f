package org.poterne.renewal;

import java.util.Optional;
import org.poterne.device.DeviceId;
import org.poterne.password.RawPassword;

/** @param device the browser's, if it has a device cookie of ours */
record TypedRenewal(RawPassword current, RawPassword fresh, Optional<DeviceId> device) {}
