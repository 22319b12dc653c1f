/** Establishments, who has access to them, and with which rights; the last administrator cannot go. */
@NullMarked
@ApplicationModule(allowedDependencies = {"words", "tenant", "account", "session"})
package org.poterne.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
