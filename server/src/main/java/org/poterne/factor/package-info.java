/** What stands beside the password: which second factors an account holds, and the step at the door that asks for one. */
@NullMarked
@ApplicationModule(allowedDependencies = {"words", "tenant", "account", "device", "session", "lockout"})
package org.poterne.factor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
