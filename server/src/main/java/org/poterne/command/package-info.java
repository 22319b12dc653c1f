/** What is typed after {@code ./poterne}: demo, serve, accounts import, passwords import-breached. */
@NullMarked
@ApplicationModule(allowedDependencies = {"tenant", "intake", "password", "database", "key"})
package org.poterne.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
