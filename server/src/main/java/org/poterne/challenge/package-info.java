/** Proof of work: makes a flood dear and a person's visit free, knows no account, and never stands in for a budget. */
@NullMarked
@ApplicationModule(allowedDependencies = {"key", "tenant", "task", "throttle"})
package org.poterne.challenge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
