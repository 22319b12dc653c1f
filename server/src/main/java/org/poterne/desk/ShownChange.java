package org.poterne.desk;

import org.poterne.readdress.Readdress;

/**
 * A change of address as agents see it.
 *
 * @param decider empty until somebody has decided
 * @param due empty until it is approved
 */
public record ShownChange(
        Readdress change,
        String request,
        String proposer,
        String decider,
        ShownTime proposed,
        String due,
        String reason,
        Wanted wanted) {

    /** Whether the new address is the one that the account's holder typed themselves, signed in. */
    public enum Wanted {
        AS_TYPED,
        OTHERWISE,
        /** The holder typed none: a call. */
        UNKNOWN
    }
}
