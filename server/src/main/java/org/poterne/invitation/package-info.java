/** Invitations: a letter that carries rights, gives nothing until it is accepted, and dies with whoever sent it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "words",
            "tenant",
            "walk",
            "account",
            "profile",
            "membership",
            "task",
            "token",
            "password",
            "session",
            "courier",
            "throttle"
        })
package org.poterne.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
