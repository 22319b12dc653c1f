/** Change of address: proved at the new one, told to the old one, which can take it back. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "words",
            "tenant",
            "account",
            "task",
            "token",
            "password",
            "session",
            "device",
            "lockout",
            "courier",
            "throttle"
        })
package org.poterne.email;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
