/** Tells account holders, by letter, what became of their account. Listens; nobody depends on it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "words",
            "tenant",
            "account",
            "password",
            "factor",
            "passkey",
            "recoverycode",
            "lockout",
            "courier"
        })
package org.poterne.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
