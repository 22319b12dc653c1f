/** Budgets: how often an address, an account or a destination may ask, counted in the database for all nodes together. */
@NullMarked
@ApplicationModule(allowedDependencies = {"key", "tenant", "task"})
package org.poterne.throttle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
