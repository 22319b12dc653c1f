package org.poterne.passkey;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.poterne.account.PersonName;
import org.poterne.device.UserBrowser;
import org.poterne.words.Words;

/** What a holder calls a passkey, to tell it from the others. */
record PasskeyName(String value) {

    static final int LONGEST = 60; // characters

    /** @return nothing for what is empty, too long, or holds what no reader sees */
    static Optional<PasskeyName> parse(String typed) {
        var name = PersonName.tidy(typed);
        return name.isEmpty() || PersonName.length(name) > LONGEST || PersonName.holdsUnseen(name)
                ? Optional.empty()
                : Optional.of(new PasskeyName(name));
    }

    /** "Chrome, Android": where it is about to be made. */
    static String proposed(Words words, UserBrowser browser) {
        var where = Stream.of(browser.program().shown(), browser.platform().shown())
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.joining(", "));
        return where.isEmpty() ? words.say("passkey.name.proposed") : where;
    }
}
