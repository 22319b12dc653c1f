/** What happened, to which account, from where and when. Listens; nobody depends on it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"tenant", "account", "password", "lockout", "signin", "recovery", "task"})
package org.poterne.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
