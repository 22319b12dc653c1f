/** A procedure as its people go through it: told by the module that has it, read in the help centre, walked in a real browser. */
@NullMarked
@ApplicationModule(allowedDependencies = {"words", "tenant"})
package org.poterne.walk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
