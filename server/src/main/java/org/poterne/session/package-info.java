/** Who is signed in: opaque identifiers kept as digests, shared by all nodes, ended when a password is replaced. */
@NullMarked
@ApplicationModule(allowedDependencies = {"tenant", "account", "password", "device", "throttle", "task"})
package org.poterne.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
