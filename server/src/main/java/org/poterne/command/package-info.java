/** What is typed after {@code ./poterne}: demo, serve, accounts import. */
@NullMarked
@ApplicationModule(allowedDependencies = {"tenant", "intake", "database", "key"})
package org.poterne.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
