package org.poterne.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known of somebody: an answer a field, in the form in which it is kept. A field without an answer is not in it.
 *
 * @param answers by the name of the field
 */
public record Profile(Map<String, String> answers) {

    public Profile {
        var kept = new LinkedHashMap<>(answers);
        kept.values().removeIf(String::isEmpty);
        answers = Collections.unmodifiableMap(kept);
    }

    /** The answer, or nothing to read. */
    public String answer(String field) {
        return answers.getOrDefault(field, "");
    }

    public String givenName() {
        return answer(ProfileField.GIVEN_NAME);
    }

    /** Where a tenant asks for one name only, that one. */
    public String familyName() {
        return answers.getOrDefault(ProfileField.FAMILY_NAME, answer(ProfileField.SINGLE_NAME));
    }

    /** Never what somebody said of themselves, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "Profile[redacted]";
    }
}
