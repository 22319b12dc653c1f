package org.poterne.database;

/** The embedded PostgreSQL cannot serve; the message says what happened and how to mend it. */
public final class EmbeddedPostgresFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmbeddedPostgresFailure(String message) {
        super(message);
    }

    EmbeddedPostgresFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
