/** The organisations served by one install: who they are, where they are found, and each module's own settings for them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"words"})
package org.poterne.tenant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
