/** One-time secrets behind mailed links: bound to tenant, account, purpose, address and age; only a digest is kept. */
@NullMarked
@ApplicationModule(allowedDependencies = {"tenant", "account", "password", "task"})
package org.poterne.token;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
