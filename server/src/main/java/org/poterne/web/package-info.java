/** What every page shares: shell, errors, security headers, the door that finds the tenant. */
@NullMarked
@ApplicationModule(allowedDependencies = {"words", "tenant", "session", "password", "throttle", "key"})
package org.poterne.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
