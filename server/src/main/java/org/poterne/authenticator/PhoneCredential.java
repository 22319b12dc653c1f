package org.poterne.authenticator;

import java.util.Base64;

/** A credential of the phone's own lock, as WebAuthn attests it: AAGUID, id and public key. */
final class PhoneCredential {

    private final byte[] attested;

    PhoneCredential(byte[] attested) {
        this.attested = attested.clone();
    }

    byte[] attested() {
        return attested.clone();
    }

    @Override
    public String toString() {
        return "PhoneCredential[" + Base64.getUrlEncoder().encodeToString(DeviceKey.sha256(attested)) + "]";
    }
}
