package org.poterne.challenge;

import java.time.Duration;

/** Whether a request may go on. */
public sealed interface Admission {

    record Admitted() implements Admission {}

    /** @param pause until the next place; for {@code TooMany.page} */
    record TooMany(Duration pause) implements Admission {}
}
