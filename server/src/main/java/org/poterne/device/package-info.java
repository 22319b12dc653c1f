/** Browsers an account has signed in with: they keep a lane of their own when strangers have shut the door. */
@NullMarked
@ApplicationModule(allowedDependencies = {"key", "tenant", "account", "password", "task"})
package org.poterne.device;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
