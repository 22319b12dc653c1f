/** How often a password may be guessed: attempts left, the last-try warning, the lock and the ways out of it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "words",
            "key",
            "tenant",
            "walk",
            "account",
            "task",
            "token",
            "password",
            "courier",
            "throttle",
            "device"
        })
package org.poterne.lockout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
