/** What is typed after {@code ./poterne}: demo, serve, accounts import, establishment create, passwords import-breached. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"tenant", "account", "membership", "invitation", "intake", "password", "database", "key"
        })
package org.poterne.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
