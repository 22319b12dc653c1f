/** Asking the help desk: a form for whoever cannot get in, a request of one's own for a large account; codes for both sides. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "words",
            "key",
            "tenant",
            "account",
            "task",
            "session",
            "courier",
            "throttle",
            "membership",
            "agent"
        })
package org.poterne.assistance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
