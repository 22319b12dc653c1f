/** Signing in with identifier and password, and out; the same answer to every refusal. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "words",
            "tenant",
            "walk",
            "account",
            "password",
            "session",
            "factor",
            "membership",
            "challenge",
            "device",
            "lockout",
            "throttle"
        })
package org.poterne.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
