/** Approval on a device of one's own: the number a browser shows is typed there, and moves that browser alone. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "words",
            "key",
            "tenant",
            "account",
            "password",
            "device",
            "session",
            "factor",
            "authenticator",
            "throttle",
            "task",
            "courier"
        })
package org.poterne.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
