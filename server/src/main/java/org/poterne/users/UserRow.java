package org.poterne.users;

import java.util.List;
import java.util.Locale;

/**
 * A line of the list: somebody who has access, or is invited.
 *
 * @param id of the account, or of the invitation
 * @param name empty where nobody knows it
 */
public record UserRow(String id, String name, String email, List<String> rights, State state, Reach reach) {

    /** How somebody stands, as a word of the page. */
    public enum State {
        ACTIVE,
        LOCKED,
        INVITED,
        EXPIRED;

        /** Key of its word: {@code users.state.active}. */
        public String key() {
            return "users.state." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** What whoever reads the list may do about it. */
    public enum Reach {
        THEMSELVES,
        MANAGE,
        INVITATION,
        /** An invitation that grants more than they hold. */
        NOTHING
    }
}
