package org.poterne.unbinding;

import java.util.Locale;

/** Whether an account's second factors may be removed this way just now. */
public enum Standing {
    POSSIBLE,
    /** It is proposed or approved already. */
    UNDER_WAY,
    /** Of whoever looks after others: not by the desk (requirements HD-4). */
    ADMINISTERS,
    /** The address took another's place a moment ago: whoever brought it waits until it may open anything at all. */
    HELD_BACK,
    /** There is nothing that the door asks for; or the account is closed, an agent's, or of a tenant without a desk. */
    NOTHING;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
