package org.poterne.signin;

import java.util.Locale;
import java.util.Optional;
import org.poterne.device.DeviceId;
import org.poterne.password.RawPassword;
import org.poterne.session.Destination;
import org.poterne.session.SessionOrigin;

/**
 * What somebody says at the door, and where they come from.
 *
 * @param language chosen there; empty where the page does not ask
 * @param to where they were going
 */
record Knock(
        String identifier,
        RawPassword password,
        SessionOrigin from,
        Optional<DeviceId> device,
        Optional<Locale> language,
        Destination to) {

    /** A field left empty: nobody was meant, or nothing was guessed. */
    boolean isIncomplete() {
        return identifier.isBlank() || password.isEmpty();
    }
}
