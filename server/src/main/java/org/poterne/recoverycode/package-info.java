/** Codes kept on paper for the day when the other second factor is lost: ten at a time, once each. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "words",
            "key",
            "tenant",
            "account",
            "task",
            "password",
            "device",
            "session",
            "lockout",
            "factor"
        })
package org.poterne.recoverycode;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
