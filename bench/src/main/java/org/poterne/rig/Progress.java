package org.poterne.rig;

import java.io.Console;
import java.util.Optional;

/** How far it is: a line that is rewritten in place, or one line a stage where nobody watches. */
public final class Progress {

    private static final int WIDTH = 24;

    private final int steps;
    private final boolean watched;
    private int done;

    public Progress(int steps) {
        this.steps = Math.max(1, steps);
        this.watched = Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent()
                && System.getenv("CI") == null;
    }

    /** What begins now. */
    public void say(String stage) {
        if (watched) {
            var filled = Math.min(WIDTH, done * WIDTH / steps);
            System.err.printf("\r\033[K[%s%s] %s", "#".repeat(filled), "·".repeat(WIDTH - filled), stage);
        } else {
            System.err.println(stage);
        }
    }

    /** So many are done. */
    public void at(int step) {
        done = step;
    }

    public void step() {
        done++;
    }

    public void end() {
        if (watched) {
            System.err.print("\r\033[K");
        }
    }
}
