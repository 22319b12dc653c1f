/** An establishment's administrators: who has access, with which rights, and the end of it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "words",
            "tenant",
            "walk",
            "account",
            "membership",
            "profile",
            "session",
            "lockout",
            "courier",
            "invitation",
            "access",
            "agent"
        })
package org.poterne.users;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
