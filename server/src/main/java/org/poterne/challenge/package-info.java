/** Makes a flood dear and a person's visit free: work, or an image read or heard. Knows no account, replaces no budget. */
@NullMarked
@ApplicationModule(allowedDependencies = {"key", "tenant", "task", "throttle"})
package org.poterne.challenge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
