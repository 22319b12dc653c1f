/** Phones that answer for an account: how they are added, what they sign and prove, and the application they run. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "words",
            "key",
            "tenant",
            "walk",
            "account",
            "device",
            "session",
            "throttle",
            "task",
            "push",
            "factor",
            "web"
        })
package org.poterne.authenticator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
