package org.poterne.registration;

import java.util.Locale;
import org.poterne.words.Words;

/** Why an address or a username will not do at the sign-up page. Its sentence: {@code registration.refused.<reason>}. */
enum FieldRefusal {
    USERNAME_MISSING("username"),
    USERNAME_MALFORMED("username"),
    USERNAME_RESERVED("username"),
    /** A public name tells no more than the pages that show it. */
    USERNAME_TAKEN("username"),
    EMAIL_MISSING("email"),
    EMAIL_MALFORMED("email"),
    EMAIL_UNDELIVERABLE("email"),
    EMAIL_THROWAWAY("email"),
    /** Said by a tenant with explicit messages, and by no other (W-4). */
    EMAIL_TAKEN("email");

    private final String field;

    FieldRefusal(String field) {
        this.field = field;
    }

    String field() {
        return field;
    }

    String say(Words words) {
        var reason = name().toLowerCase(Locale.ROOT).replace('_', '-');
        return words.say("registration.refused." + reason);
    }
}
