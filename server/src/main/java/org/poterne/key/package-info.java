/** The installation's own secret, shared by its nodes and kept outside the database: a derived key for each purpose. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.poterne.key;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
