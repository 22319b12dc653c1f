package org.poterne.recovery;

import java.util.LinkedHashMap;
import java.util.Map;
import org.poterne.account.EmailAddress;
import org.poterne.profile.TypedProfile;
import org.poterne.words.Words;

/** The fields that describe an account, as a form brought them. */
record TypedDescription(String email, TypedProfile profile) {

    Description description() {
        return new Description(email, profile.profile());
    }

    /** What cannot be an answer at all, by the name of its field: told of every account alike. */
    Map<String, String> errors(Words words) {
        var errors = new LinkedHashMap<String, String>();
        if (EmailAddress.parse(email).isEmpty()) {
            errors.put(
                    "email",
                    words.say(email.isBlank() ? "recovery.forgot.email-missing" : "recovery.forgot.email-malformed"));
        }
        errors.putAll(profile.errors(words));
        return errors;
    }

    /** Never what was typed, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "TypedDescription[redacted]";
    }
}
