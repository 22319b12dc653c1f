package org.poterne.database;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells the operator what is done, and how long it took. */
record Progress(Consumer<String> listener) {
    interface Stage<T> {
        T run() throws IOException;
    }

    /** Nothing is told of a stage that fails: the failure speaks for itself. */
    <T> T timed(String done, Stage<T> stage) throws IOException {
        long begin = System.nanoTime();
        T result = stage.run();
        double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
        tell(String.format(Locale.ROOT, "%s in %.2f s", done, seconds));
        return result;
    }

    void tell(String sentence) {
        listener.accept(sentence);
    }
}
