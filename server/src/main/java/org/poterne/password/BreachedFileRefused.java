package org.poterne.password;

import java.nio.file.Path;

/** A list of breached passwords, or the filter made of one, that cannot serve: told with the line and the remedy. */
public final class BreachedFileRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private BreachedFileRefused(String message) {
        super(message);
    }

    /** What is wrong with a line never repeats it: beside a mistake there may stand a password. */
    static BreachedFileRefused line(Path file, long line, String what) {
        return new BreachedFileRefused("%s, line %d: %s. Nothing was changed.".formatted(file, line, what));
    }

    static BreachedFileRefused list(Path file, String what) {
        return new BreachedFileRefused("%s %s. Nothing was changed.".formatted(file, what));
    }

    static BreachedFileRefused filter(Path file, String what) {
        return new BreachedFileRefused(
                "%s %s. Make it again with ./poterne passwords import-breached, or remove it.".formatted(file, what));
    }
}
