/** The accounts and their identifiers, compared in one canonical form only. */
@NullMarked
@ApplicationModule(allowedDependencies = {"task", "tenant"})
package org.poterne.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
