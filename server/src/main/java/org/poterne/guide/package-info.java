/** The help centre: a page for each problem, made from the live procedure, with what its readers thought of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"words", "tenant", "walk", "task", "throttle"})
package org.poterne.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
