package org.poterne.authenticator;

/** What its holder unlocks on the phone, for one answer at a time. */
sealed interface Lock {

    /** As the database names it. */
    String kind();

    byte[] key();

    /** A key that is wrapped on the phone, and opened there by a PIN that never leaves it (NIST SP 800-63B-4 §3.2.10). */
    record Pin(DeviceKey approval) implements Lock {

        @Override
        public String kind() {
            return "pin";
        }

        @Override
        public byte[] key() {
            return approval.encoded();
        }
    }

    /** The phone's own: finger, face or its code (WebAuthn, user verification). */
    record OfThePhone(PhoneCredential credential) implements Lock {

        @Override
        public String kind() {
            return "webauthn";
        }

        @Override
        public byte[] key() {
            return credential.attested();
        }
    }
}
