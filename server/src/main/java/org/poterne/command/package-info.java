/** What is typed after {@code ./poterne}: demo, serve, accounts import, establishment create, desk add-agent, passwords import-breached, feedback. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenant",
            "account",
            "membership",
            "invitation",
            "agent",
            "intake",
            "password",
            "guide",
            "database",
            "key"
        })
package org.poterne.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
