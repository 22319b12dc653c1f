package org.poterne.passkey;

import java.nio.ByteBuffer;
import org.springframework.security.web.webauthn.api.Bytes;

/** What an authenticator says of itself in what it signs (WebAuthn L3 §6.1). */
record Signed(long count, boolean isBackupEligible, boolean isBackedUp) {

    private static final int FLAGS = 32; // behind the digest of the relying party's id
    private static final int BACKUP_ELIGIBLE = 0x08;
    private static final int BACKED_UP = 0x10;

    /** @param authenticatorData verified before: its length is known */
    static Signed read(Bytes authenticatorData) {
        var data = ByteBuffer.wrap(authenticatorData.getBytes());
        var flags = data.get(FLAGS);
        var count = Integer.toUnsignedLong(data.getInt(FLAGS + 1));
        return new Signed(count, (flags & BACKUP_ELIGIBLE) != 0, (flags & BACKED_UP) != 0);
    }

    /** Whether its counter does not follow that one; synced passkeys do not count, and stay at nought. */
    boolean isBehind(long last) {
        return (count > 0 || last > 0) && count <= last;
    }
}
