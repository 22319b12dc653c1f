/** Web Push: an opaque word to somebody's own device, by the service of its browser and unreadable to that service. */
@NullMarked
@ApplicationModule(allowedDependencies = {"key", "tenant"})
package org.poterne.push;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
