/** Every sentence a person reads, in every shipped language, with the tenant's own wording above the product's. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.poterne.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
