/** Passwords that expire: letters before, and after it a door that leads to a new password and nowhere else. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "words",
            "tenant",
            "account",
            "password",
            "session",
            "device",
            "lockout",
            "throttle",
            "courier",
            "task"
        })
package org.poterne.renewal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
