/** The help desk, for its agents: they verify before they see, propose what two decide, and never touch a password. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "words",
            "key",
            "tenant",
            "account",
            "password",
            "session",
            "lockout",
            "recovery",
            "courier",
            "throttle",
            "membership",
            "audit",
            "agent",
            "assistance",
            "factor",
            "readdress",
            "unbinding",
            "authenticator"
        })
package org.poterne.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
