package org.poterne.guide;

import java.util.Locale;
import org.poterne.walk.Walk;
import org.poterne.walk.Walk.Given;

/** Where a topic stands in the help centre. */
public enum Shelf {
    GETTING_IN,
    ACCOUNT,
    USERS;

    static Shelf of(Walk walk) {
        if (walk.given() == Given.ADMINISTRATOR) {
            return USERS;
        }
        return walk.pages().stream().anyMatch(page -> page.startsWith("/account")) ? ACCOUNT : GETTING_IN;
    }

    /** Of its title. */
    public String key() {
        return "guide.shelf." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
