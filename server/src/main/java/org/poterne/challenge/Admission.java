package org.poterne.challenge;

import java.time.Duration;

/** Whether a request may go on. */
public sealed interface Admission {

    record Admitted() implements Admission {}

    /** Not without an answer: the page comes back with everything that was typed, and this in its form. */
    record Asked(Question question) implements Admission {}

    /** @param pause until the next place; for {@code TooMany.page} */
    record TooMany(Duration pause) implements Admission {}
}
