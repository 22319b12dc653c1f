package org.poterne.profile;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;
import org.poterne.words.Words;

/** Something a tenant asks its people about themselves. */
public record ProfileField(
        @Setting("Its name, in this file, in forms and in files of people; `name`, `given-name`, `family-name` and"
                + " `country` have their words already.")
        String name,

        @Setting(value = "What it holds: any `text`, a `country`, or a `choice` of those below.", fallback = "text")
        Kind kind,

        @Setting(value = "Whether it must be filled in.", fallback = "true")
        boolean required,

        @Setting(
                value = "What browsers fill in by themselves (HTML `autocomplete`); known of the four.",
                fallback = "none")
        Optional<String> autocomplete,

        @Setting(value = "The answer that is there already: a choice, or a country as `FR`.", fallback = "none")
        Optional<String> preselected,

        @Setting(value = "Its words, in each of the tenant's languages.", fallback = "{}")
        Map<Locale, String> label,

        @Setting(value = "What a `choice` offers, in this order.", fallback = "[]")
        List<ProfileChoice> choices) {

    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    static final String SINGLE_NAME = "name";
    static final String GIVEN_NAME = "given-name";
    static final String FAMILY_NAME = "family-name";
    private static final String COUNTRY = "country";

    /** Their words are the product's, and what browsers fill in there is known. */
    private static final Map<String, String> KNOWN =
            Map.of(SINGLE_NAME, "name", GIVEN_NAME, "given-name", FAMILY_NAME, "family-name", COUNTRY, "country");

    /** Other fields of the forms where a profile is asked. */
    private static final Set<String> RESERVED = Set.of(
            "e-mail",
            "email",
            "form",
            "main",
            "proposed",
            "username",
            "password",
            "confirmation",
            "current",
            "challenge",
            "language",
            "pressed");

    /** What pages add to a field's name to name what stands around it. */
    private static final Pattern AROUND =
            Pattern.compile(".*-(error|hint|label|none|option|options|rules|search|value)");

    /** What a field holds. */
    public enum Kind {
        TEXT,
        COUNTRY,
        CHOICE
    }

    public ProfileField {
        if (!NAME.matcher(name).matches() || name.length() > 40) {
            throw new SettingRefused("name", "is '" + name + "'.", "Write a to z, 0 to 9 and `-`, at most 40.");
        }
        if (RESERVED.contains(name) || AROUND.matcher(name).matches()) {
            throw new SettingRefused("name", "is the name of something else on the same pages.", "Choose another one.");
        }
        if (kind != Kind.TEXT && isName(name)) {
            throw new SettingRefused("kind", "is not what a name is.", "Write `kind: text`, or leave it out.");
        }
        if (label.isEmpty() && !KNOWN.containsKey(name)) {
            throw new SettingRefused("label", "is missing.", "Write its words: `label: { fr: … }`.");
        }
        var values = new HashSet<String>();
        for (var choice : choices) {
            if (!values.add(choice.value())) {
                throw new SettingRefused("choices", "offers '" + choice.value() + "' twice.", "Keep one.");
            }
        }
        if (kind == Kind.CHOICE ? choices.size() < 2 : !choices.isEmpty()) {
            throw new SettingRefused(
                    "choices",
                    kind == Kind.CHOICE ? "offers fewer than two answers." : "is for `kind: choice` alone.",
                    "Write `- { value: company, label: { fr: Entreprise } }` for each, or another kind.");
        }
        if (preselected.isPresent() && (kind == Kind.TEXT || !takes(kind, choices, preselected.get()))) {
            throw new SettingRefused(
                    "preselected", "is not one of its answers.", "Write one of them; a country as its code, `FR`.");
        }
        label = Map.copyOf(label);
        choices = List.copyOf(choices);
    }

    /** Whether it is part of the account itself, by which people are greeted. */
    public boolean isName() {
        return isName(name);
    }

    private static boolean isName(String name) {
        return name.equals(SINGLE_NAME) || name.equals(GIVEN_NAME) || name.equals(FAMILY_NAME);
    }

    /** The token for browsers; {@code off} where none fits. */
    public String autocompletes() {
        return autocomplete.orElseGet(() -> KNOWN.getOrDefault(name, "off"));
    }

    public String says(Words words) {
        var own = label.get(words.language());
        return own != null ? own : words.say("profile.field." + name);
    }

    /** Whether an answer in its kept form is one it can have. */
    boolean takes(String answer) {
        return takes(kind, choices, answer);
    }

    private static boolean takes(Kind kind, List<ProfileChoice> choices, String answer) {
        return switch (kind) {
            case TEXT -> true;
            case COUNTRY -> Countries.isCode(answer);
            case CHOICE -> choices.stream().anyMatch(choice -> choice.value().equals(answer));
        };
    }

    /** Whether two answers are one: names and other text as people write them again, the rest to the letter. */
    boolean isSame(String answer, String other) {
        return switch (kind) {
            case TEXT -> LooseForm.of(answer).equals(LooseForm.of(other));
            case COUNTRY, CHOICE -> answer.equals(other);
        };
    }

    /** An answer in its kept form, of the form itself or of its words in one of the languages of the field. */
    public Optional<String> answer(String written) {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        return switch (kind) {
            case TEXT -> Optional.of(written);
            case COUNTRY -> Countries.find(written);
            case CHOICE -> {
                var wanted = LooseForm.of(written);
                yield choices.stream()
                        .filter(choice -> Stream.concat(Stream.of(choice.value()), choice.label().values().stream())
                                .anyMatch(words -> LooseForm.of(words).equals(wanted)))
                        .findFirst()
                        .map(ProfileChoice::value);
            }
        };
    }

    /** An answer as people read it. */
    public String shown(String answer, Words words) {
        return switch (kind) {
            case TEXT -> answer;
            case COUNTRY -> Countries.name(answer, words.language());
            case CHOICE ->
                choices.stream()
                        .filter(choice -> choice.value().equals(answer))
                        .findFirst()
                        .map(choice -> choice.label().getOrDefault(words.language(), answer))
                        .orElse(answer);
        };
    }
}
