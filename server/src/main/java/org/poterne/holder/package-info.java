/** Account holders' own pages: name, password, sessions, activity, a copy of their data, and the end of it all. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "words",
            "tenant",
            "walk",
            "account",
            "profile",
            "membership",
            "password",
            "device",
            "session",
            "factor",
            "lockout",
            "throttle",
            "courier",
            "audit"
        })
package org.poterne.holder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
