package org.poterne.email;

import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.device.DeviceId;
import org.poterne.password.RawPassword;
import org.poterne.session.SessionHandle;
import org.poterne.throttle.ClientAddress;

/**
 * Who holds the link to the new address. The link alone proves no more than that the address is read: by a stranger, if it
 * was mistyped, or by a mail gateway that sends every form it finds (Outlook Safe Links).
 */
sealed interface Confirmer {

    /** In a browser that is signed in. */
    record InSession(AccountId account, SessionHandle session) implements Confirmer {}

    /** Anywhere else: on the phone where the letter was read. */
    record ByHeart(RawPassword typed, Optional<DeviceId> device, ClientAddress from) implements Confirmer {}
}
