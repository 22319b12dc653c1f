package org.poterne.session;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A session's public name: what a page says when it means one. Knowing it opens nothing. */
public record SessionHandle(UUID value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static SessionHandle fresh() {
        return new SessionHandle(UUID.randomUUID());
    }

    /** Any text of the outside world: most of it names no session. */
    public static Optional<SessionHandle> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new SessionHandle(UUID.fromString(text))) : Optional.empty();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
