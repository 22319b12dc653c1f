package org.poterne.assistance;

import java.util.LinkedHashMap;
import java.util.Map;
import org.poterne.account.EmailAddress;
import org.poterne.account.PersonName;
import org.poterne.words.Words;

/** What the forms ask, and what is told beside each field. */
final class AssistanceForm {

    /** In code points. */
    static final int LONGEST_MESSAGE = 2000;

    private AssistanceForm() {}

    static TypedRequest sent(Map<String, String> form) {
        return new TypedRequest(
                PersonName.tidy(form.getOrDefault("name", "")),
                form.getOrDefault("email", "").strip(),
                PersonName.tidy(form.getOrDefault("establishment", "")),
                form.getOrDefault("message", "").strip());
    }

    /** Of whoever is known by nothing but this form. */
    static Map<String, String> errors(TypedRequest typed, Words words) {
        var errors = new LinkedHashMap<String, String>();
        line("name", typed.name(), words, errors);
        email(typed.email(), words, errors);
        line("establishment", typed.establishment(), words, errors);
        message(typed.message(), words, errors);
        return errors;
    }

    /** Of a holder, whom we know. */
    static Map<String, String> ownErrors(TypedRequest typed, Words words) {
        var errors = new LinkedHashMap<String, String>();
        email(typed.email(), words, errors);
        message(typed.message(), words, errors);
        return errors;
    }

    private static void line(String field, String value, Words words, Map<String, String> errors) {
        if (value.isEmpty()) {
            errors.put(field, words.say("assistance.refused." + field + "-missing"));
        } else if (PersonName.length(value) > PersonName.LONGEST) {
            errors.put(field, words.say("assistance.refused.too-long", "most", PersonName.LONGEST));
        } else if (PersonName.holdsUnseen(value)) {
            errors.put(field, words.say("assistance.refused.unseen"));
        }
    }

    private static void email(String value, Words words, Map<String, String> errors) {
        if (value.isEmpty()) {
            errors.put("email", words.say("assistance.refused.email-missing"));
        } else if (EmailAddress.parse(value).isEmpty()) {
            errors.put("email", words.say("assistance.refused.email-malformed"));
        }
    }

    private static void message(String value, Words words, Map<String, String> errors) {
        if (value.isEmpty()) {
            errors.put("message", words.say("assistance.refused.message-missing"));
        } else if (PersonName.length(value) > LONGEST_MESSAGE) {
            errors.put("message", words.say("assistance.refused.too-long", "most", LONGEST_MESSAGE));
        }
    }
}
