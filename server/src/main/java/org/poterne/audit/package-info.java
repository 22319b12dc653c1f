/** What happened, to which account, from where and when. Listens; no flow depends on it, fronts read it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenant",
            "account",
            "password",
            "device",
            "session",
            "lockout",
            "factor",
            "approval",
            "passkey",
            "signin",
            "recovery",
            "renewal",
            "recoverycode",
            "registration",
            "email",
            "membership",
            "invitation",
            "access",
            "users",
            "agent",
            "assistance",
            "readdress",
            "unbinding",
            "throttle",
            "task"
        })
package org.poterne.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
