/** Codes of an authenticator application (TOTP, RFC 6238): a second factor and a proof. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "words",
            "key",
            "tenant",
            "account",
            "task",
            "device",
            "throttle",
            "session",
            "lockout",
            "factor"
        })
package org.poterne.totp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
