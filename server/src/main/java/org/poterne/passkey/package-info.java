/** Passkeys: the one factor that a counterfeit page cannot ask for (WebAuthn); beside the password, or in its place. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"words", "tenant", "key", "account", "device", "session", "factor", "throttle", "task"})
package org.poterne.passkey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
