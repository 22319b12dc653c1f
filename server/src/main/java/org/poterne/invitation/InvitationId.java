package org.poterne.invitation;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** An invitation's public name: what a page says when it means one. Knowing it opens nothing. */
public record InvitationId(UUID value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static InvitationId fresh() {
        return new InvitationId(UUID.randomUUID());
    }

    /** Any text of the outside world: most of it names no invitation. */
    static Optional<InvitationId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new InvitationId(UUID.fromString(text))) : Optional.empty();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
