/** The PostgreSQL that comes with Poterne: unpacked, started, watched and stopped, so that one install needs no other. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.poterne.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
