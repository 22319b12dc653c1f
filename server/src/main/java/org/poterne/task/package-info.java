/** Durable work: what must be done although the server stops, kept in the database and shared by its nodes. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.poterne.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
