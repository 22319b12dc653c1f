package org.poterne.soak;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.poterne.rig.Answer;

/** Counts what people are shown, and notes when each flow goes well again. */
final class Watch {

    /** Of the answers since a moment. */
    record Shown(int good, int busy, int tooMany, int silent, int unkind) {}

    private final Map<Flow, Duration> wellAgain = new EnumMap<>(Flow.class);
    private long mended = System.nanoTime();
    private int good;
    private int busy;
    private int tooMany;
    private int silent;
    private int unkind;

    /** A fault begins. */
    synchronized void begin() {
        good = busy = tooMany = silent = unkind = 0;
        mended = Long.MAX_VALUE;
        wellAgain.clear();
    }

    /** The cause is gone: from here the time to recover is counted. */
    synchronized void mended() {
        mended = System.nanoTime();
    }

    /** A flow reached its end. */
    synchronized void well(Flow flow) {
        if (mended != Long.MAX_VALUE) {
            wellAgain.putIfAbsent(flow, Duration.ofNanos(System.nanoTime() - mended));
        }
    }

    synchronized boolean allWell() {
        return wellAgain.size() == Flow.values().length;
    }

    /** Those that have gone well since. */
    synchronized Map<Flow, Duration> wellAgain() {
        return Map.copyOf(wellAgain);
    }

    synchronized Shown shown() {
        return new Shown(good, busy, tooMany, silent, unkind);
    }

    synchronized void silence() {
        silent++;
    }

    /** @return what is wrong with an error page; empty for a kind one, and for an answer that is none */
    synchronized Optional<String> hear(Answer answer) {
        if (answer.status() < 500) {
            tooMany += answer.status() == 429 ? 1 : 0;
            good += answer.status() == 429 ? 0 : 1;
            return Optional.empty();
        }
        if (isKind(answer)) {
            busy++;
            return Optional.empty();
        }
        unkind++;
        return Optional.of(answer.toString());
    }

    private static boolean isKind(Answer answer) {
        var body = answer.body();
        return answer.status() == 503
                && answer.header("retry-after").matches("[1-9][0-9]*")
                && body.contains("</html>")
                && !body.contains("Exception")
                && !body.contains("\tat ");
    }
}
