/** Letters: queued in the transaction that owes them, written and sent after it, tried again until they are stale. */
@NullMarked
@ApplicationModule(allowedDependencies = {"words", "key", "tenant", "account", "task"})
package org.poterne.courier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
