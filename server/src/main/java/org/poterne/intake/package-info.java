/** People from a file: read whole before anything is written, refused row by row with the reason, added as accounts. */
@NullMarked
@ApplicationModule(allowedDependencies = {"words", "tenant", "account", "profile"})
package org.poterne.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
