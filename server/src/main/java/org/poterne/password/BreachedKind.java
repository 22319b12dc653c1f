package org.poterne.password;

import java.util.Arrays;
import java.util.Optional;

/** How a list of breached passwords names them; Have I Been Pwned offers both. */
public enum BreachedKind {
    SHA_1(40),
    NTLM(32);

    private final int digits;

    BreachedKind(int digits) {
        this.digits = digits;
    }

    static Optional<BreachedKind> ofDigits(int digits) {
        return Arrays.stream(values()).filter(kind -> kind.digits == digits).findFirst();
    }

    /** Hexadecimal digits of one hash. */
    int digits() {
        return digits;
    }

    byte[] hash(RawPassword password) {
        return switch (this) {
            case SHA_1 -> password.sha1();
            case NTLM -> password.ntlm();
        };
    }
}
