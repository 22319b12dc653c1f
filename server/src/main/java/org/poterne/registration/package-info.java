/** Signing up: an account that is nothing until whoever reads its mailbox, and chose its password, confirms it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "words",
            "key",
            "tenant",
            "walk",
            "account",
            "profile",
            "task",
            "token",
            "password",
            "courier",
            "lockout",
            "throttle",
            "challenge"
        })
package org.poterne.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
