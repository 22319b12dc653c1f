/** What a tenant asks its people about themselves: the fields, the answers, and when two answers are the same. */
@NullMarked
@ApplicationModule(allowedDependencies = {"words", "tenant", "account"})
package org.poterne.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
