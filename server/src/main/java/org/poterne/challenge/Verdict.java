package org.poterne.challenge;

import java.time.Duration;

/** What became of an answer. Whatever it is, the question is not good a second time. */
public sealed interface Verdict {

    record Passed() implements Verdict {}

    /** @param reason for {@link Question#because} */
    record Failed(Reason reason) implements Verdict {}

    /** @param pause until the next place; for {@code TooMany.page} */
    record TooMany(Duration pause) implements Verdict {}
}
