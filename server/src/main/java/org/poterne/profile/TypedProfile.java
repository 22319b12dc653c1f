package org.poterne.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poterne.account.PersonName;
import org.poterne.words.Words;

/**
 * The fields of a form and what was typed there.
 *
 * @param typed by the name of the field, as it was sent
 */
public record TypedProfile(List<ProfileField> fields, Map<String, String> typed) {

    public TypedProfile {
        fields = List.copyOf(fields);
        typed = Map.copyOf(typed);
    }

    /** Of a form as it was sent; a field that was not sent is empty. */
    public static TypedProfile sent(List<ProfileField> fields, Map<String, String> form) {
        var typed = new LinkedHashMap<String, String>();
        fields.forEach(field -> typed.put(field.name(), form.getOrDefault(field.name(), "")));
        return new TypedProfile(fields, typed);
    }

    /** Nothing typed yet: what the tenant proposes stands in the fields. */
    public static TypedProfile fresh(List<ProfileField> fields) {
        var typed = new LinkedHashMap<String, String>();
        fields.forEach(field -> typed.put(field.name(), field.preselected().orElse("")));
        return new TypedProfile(fields, typed);
    }

    /** What is kept, to be changed. */
    public static TypedProfile of(List<ProfileField> fields, Profile profile) {
        return sent(fields, profile.answers());
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** In the form in which it is kept, whether or not it will do. */
    public Profile profile() {
        var answers = new LinkedHashMap<String, String>();
        fields.forEach(field -> answers.put(field.name(), tidied(field)));
        return new Profile(answers);
    }

    /** What will not do, by the name of the field: all of it at once. */
    public Map<String, ProfileRefusal> refusals() {
        var refusals = new LinkedHashMap<String, ProfileRefusal>();
        fields.forEach(field -> refusal(field).ifPresent(why -> refusals.put(field.name(), why)));
        return refusals;
    }

    /** The same as sentences. */
    public Map<String, String> errors(Words words) {
        var errors = new LinkedHashMap<String, String>();
        fields.forEach(field -> refusal(field).ifPresent(why -> errors.put(field.name(), why.say(words, field))));
        return errors;
    }

    private Optional<ProfileRefusal> refusal(ProfileField field) {
        var answer = tidied(field);
        if (answer.isEmpty()) {
            return field.required() ? Optional.of(ProfileRefusal.MISSING) : Optional.empty();
        }
        if (!field.takes(answer)) {
            return Optional.of(ProfileRefusal.NOT_LISTED);
        }
        if (PersonName.holdsUnseen(answer)) {
            return Optional.of(ProfileRefusal.UNSEEN);
        }
        return PersonName.length(answer) > PersonName.LONGEST ? Optional.of(ProfileRefusal.TOO_LONG) : Optional.empty();
    }

    private String tidied(ProfileField field) {
        var text = PersonName.tidy(typed(field.name()));
        return field.kind() == ProfileField.Kind.COUNTRY ? text.toUpperCase(Locale.ROOT) : text;
    }

    /** Never what was typed, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "TypedProfile[redacted]";
    }
}
