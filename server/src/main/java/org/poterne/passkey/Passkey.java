package org.poterne.passkey;

import java.time.Instant;
import java.util.Optional;

/**
 * One of an account's passkeys, as its holder knows it.
 *
 * @param name as its holder calls it
 * @param usedAt when it last opened something
 */
public record Passkey(PasskeyId id, String name, Instant createdAt, Optional<Instant> usedAt, Place place) {

    /** Where the key is, as it says itself (WebAuthn L3 §6.1.3). */
    public enum Place {
        /** Made on one device, and never leaves it. */
        DEVICE,
        /** May be copied to its holder's other devices, and has not been yet. */
        COPYABLE,
        /** With its holder's other devices, or where those are backed up. */
        COPIED;

        static Place of(boolean backupEligible, boolean backedUp) {
            return backedUp ? COPIED : backupEligible ? COPYABLE : DEVICE;
        }
    }
}
