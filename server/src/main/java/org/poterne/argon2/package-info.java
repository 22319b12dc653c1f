/** Argon2id (RFC 9106), the function alone: by whichever implementation is right and quickest on this machine. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.poterne.argon2;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
