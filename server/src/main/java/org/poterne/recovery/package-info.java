/** Forgotten passwords: proof of ownership, then a new password. Tells a stranger nothing. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "words",
            "key",
            "tenant",
            "walk",
            "account",
            "profile",
            "challenge",
            "authenticator",
            "approval",
            "factor",
            "passkey",
            "session",
            "device",
            "lockout",
            "task",
            "token",
            "password",
            "courier",
            "throttle"
        })
package org.poterne.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
