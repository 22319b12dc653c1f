/** Another sign-in address by the help desk: two agents, both mailboxes, and a day in which it can be cancelled. */
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
            "agent",
            "assistance"
        })
package org.poterne.readdress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
