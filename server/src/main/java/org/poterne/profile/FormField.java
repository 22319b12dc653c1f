package org.poterne.profile;

import java.util.List;
import java.util.Map;
import org.poterne.words.Words;

/**
 * A field as a page shows it.
 *
 * @param type of an input: {@code text}, {@code email}; a list has options
 * @param error beside it; empty when there is none
 * @param options of a list; empty for what is typed
 */
public record FormField(
        String name,
        String label,
        String type,
        String autocomplete,
        String hint,
        String value,
        String error,
        boolean required,
        List<FormOption> options) {

    /** A required line of text that is no part of a profile: an address, a username. */
    public static FormField line(
            String name, String label, String type, String autocomplete, String value, String error) {
        return new FormField(name, label, type, autocomplete, "", value, error, true, List.of());
    }

    /** @param errors by the name of the field */
    public static FormField of(ProfileField field, Words words, TypedProfile typed, Map<String, String> errors) {
        return new FormField(
                field.name(),
                field.says(words),
                "text",
                field.autocompletes(),
                "",
                typed.typed(field.name()),
                errors.getOrDefault(field.name(), ""),
                field.required(),
                options(field, words));
    }

    public FormField withHint(String said) {
        return new FormField(name, label, type, autocomplete, said, value, error, required, options);
    }

    /** Of somebody else than whose browser it is: nothing is filled in by itself. */
    public FormField ofSomebodyElse() {
        return new FormField(name, label, type, "off", hint, value, error, required, options);
    }

    private static List<FormOption> options(ProfileField field, Words words) {
        return switch (field.kind()) {
            case TEXT -> List.of();
            case COUNTRY -> Countries.in(words.language());
            case CHOICE ->
                field.choices().stream()
                        .map(choice -> new FormOption(choice.value(), field.shown(choice.value(), words)))
                        .toList();
        };
    }

    /** Whether what stands in the field is a line of its list. */
    public boolean isListed() {
        return options.stream().anyMatch(option -> option.value().equals(value));
    }

    /** Never what was typed, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "FormField[" + name + "]";
    }
}
