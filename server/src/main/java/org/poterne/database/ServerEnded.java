package org.poterne.database;

import java.util.stream.Stream;

/** PostgreSQL ended before it answered. */
final class ServerEnded extends Exception {
    private static final long serialVersionUID = 1L;

    private final String lastWords;

    ServerEnded(int exitCode, String lastWords) {
        super("PostgreSQL ended at once (exit code " + exitCode + "): " + lastWords);
        this.lastWords = lastWords;
    }

    /** The server of before may need a moment to be gone, and a free port may be taken under our nose. */
    boolean mayPass() {
        return Stream.of("lock file", "shared memory block", "could not bind").anyMatch(lastWords::contains);
    }
}
