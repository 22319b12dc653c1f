package org.poterne.recovery;

import java.util.LinkedHashMap;
import java.util.Map;
import org.poterne.profile.TypedProfile;
import org.poterne.words.Words;

/** The fields that describe an account, as a form brought them. */
record TypedDescription(Identifier by, String identifier, TypedProfile profile) {

    Description description() {
        return new Description(by, identifier, profile.profile());
    }

    /** What cannot be an answer at all, by the name of its field: told of every account alike. */
    Map<String, String> errors(Words words) {
        var errors = new LinkedHashMap<String, String>();
        if (!by.fits(identifier)) {
            var why = identifier.isBlank() ? "-missing" : "-malformed";
            errors.put(by.field(), words.say("recovery.forgot." + by.field() + why));
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
