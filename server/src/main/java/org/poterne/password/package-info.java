/** Passwords: the rules before they are typed, how they are kept, and what follows when one is replaced. */
@NullMarked
@ApplicationModule(allowedDependencies = {"words", "argon2", "key", "tenant", "account"})
package org.poterne.password;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
