/** The second factors of somebody who has lost them all, removed by the help desk: two agents, and a day in which it can be cancelled. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "words",
            "key",
            "tenant",
            "account",
            "task",
            "token",
            "session",
            "courier",
            "membership",
            "factor",
            "agent",
            "assistance"
        })
package org.poterne.unbinding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
