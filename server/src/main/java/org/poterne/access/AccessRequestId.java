package org.poterne.access;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A request's public name: knowing it opens nothing. */
public record AccessRequestId(UUID value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static AccessRequestId fresh() {
        return new AccessRequestId(UUID.randomUUID());
    }

    /** Any text of the outside world: most of it names no request. */
    static Optional<AccessRequestId> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new AccessRequestId(UUID.fromString(text)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
