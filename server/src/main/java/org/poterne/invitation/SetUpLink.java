package org.poterne.invitation;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/** The way in for the first of their kind, told once to the operator: whoever has it chooses the account's password. */
public record SetUpLink(UUID invitation, URI link, Instant expires) {

    /** It opens an account. */
    @Override
    public String toString() {
        return "SetUpLink[redacted]";
    }
}
