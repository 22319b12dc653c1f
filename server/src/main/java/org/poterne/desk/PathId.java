package org.poterne.desk;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** An id as an address or a form bears it; what is none names nothing. */
final class PathId {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private PathId() {}

    static Optional<UUID> parse(String text) {
        return Optional.of(text).filter(id -> FORM.matcher(id).matches()).map(UUID::fromString);
    }
}
