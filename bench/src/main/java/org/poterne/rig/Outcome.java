package org.poterne.rig;

/** How an operation of a client ended. */
public sealed interface Outcome {

    record Good() implements Outcome {}

    /** Good, and this part of it is what counts. */
    record Timed(long nanoseconds) implements Outcome {}

    /** 503: refused quickly, and told when to come back. */
    record Busy() implements Outcome {}

    /** 429: a budget is spent. A measurement that meets this measures nothing. */
    record TooMany() implements Outcome {}

    record Failed(String why) implements Outcome {}

    /** Good when the answer has this status. */
    static Outcome of(Answer answer, int wanted) {
        if (answer.status() == wanted) {
            return new Good();
        }
        return switch (answer.status()) {
            case 503 -> new Busy();
            case 429 -> new TooMany();
            default -> new Failed(answer.toString());
        };
    }
}
