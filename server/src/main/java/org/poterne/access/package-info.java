/** Access to another establishment: asked by an administrator of one, given or refused by one of the other. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "words",
            "tenant",
            "walk",
            "account",
            "membership",
            "profile",
            "task",
            "session",
            "courier",
            "throttle"
        })
package org.poterne.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
