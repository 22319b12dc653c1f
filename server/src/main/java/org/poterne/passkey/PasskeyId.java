package org.poterne.passkey;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A passkey's public name: what a page says when it means one. Knowing it opens nothing. */
public record PasskeyId(UUID value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static PasskeyId fresh() {
        return new PasskeyId(UUID.randomUUID());
    }

    /** Any text of the outside world: most of it names no passkey. */
    static Optional<PasskeyId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new PasskeyId(UUID.fromString(text))) : Optional.empty();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
