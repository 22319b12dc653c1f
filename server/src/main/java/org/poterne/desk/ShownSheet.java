package org.poterne.desk;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.poterne.assistance.AssistanceRequest;

/**
 * An account as a verified caller's agent sees it.
 *
 * @param email masked, unless it was revealed
 * @param username the same; empty when the account has none
 */
public record ShownSheet(
        AssistanceRequest request,
        String name,
        State state,
        String email,
        boolean emailRevealed,
        String username,
        boolean usernameRevealed,
        ShownTime until,
        List<Access> establishments,
        List<Event> events) {

    /** How the account stands; the first that is true. */
    public enum State {
        CLOSED,
        UNCONFIRMED,
        NO_PASSWORD,
        LOCKED,
        ACTIVE;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param rights empty where there is none */
    public record Access(String establishment, List<String> rights) {}

    /** A phone that answers for the account. */
    public record Phone(UUID id, String name, ShownTime since) {}

    /** What happened, and when: not from where. */
    public record Event(String what, ShownTime at) {}
}
