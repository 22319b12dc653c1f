/** What makes a first look easy: sample people, and a mailbox that shows every letter. Never in production. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"words", "tenant", "account", "profile", "membership", "agent", "courier", "web"})
package org.poterne.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
