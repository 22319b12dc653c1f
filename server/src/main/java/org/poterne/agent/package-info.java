/** The help desk's agents: who they are, what must be verified before they see anybody, and what they did. */
@NullMarked
@ApplicationModule(allowedDependencies = {"key", "tenant", "account", "throttle", "task", "invitation"})
package org.poterne.agent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
