package org.poterne.desk;

import org.poterne.account.Account;
import org.poterne.account.Username;

/** People as an agent sees them before anything is verified (ASVS 5.0 14.2.6). */
final class Masked {

    private static final String DOTS = "•••";
    private static final int LONG = 4;

    private Masked() {}

    static String username(Username username) {
        var points = username.given().codePoints().toArray();
        var last = points.length < LONG ? "" : Character.toString(points[points.length - 1]);
        return Character.toString(points[0]) + DOTS + last;
    }

    /** The given name, and one letter of the other. */
    static String name(Account account) {
        var family = account.familyName();
        var initial = family.isEmpty() ? "" : Character.toString(family.codePointAt(0)) + DOTS;
        return (account.givenName() + " " + initial).strip();
    }
}
