package org.poterne.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.poterne.password.CharacterClass;
import org.poterne.password.PasswordRule;
import org.poterne.password.PasswordSentences;
import org.poterne.words.Words;

/**
 * The rules of a new password, as its field tells them to browsers and password managers.
 *
 * <p>It sets no greatest length: browsers would cut a pasted password in silence.
 *
 * @param minlength empty when no rule sets one
 * @param passwordrules the attribute that password managers read to propose a password
 */
public record PasswordInput(String minlength, String passwordrules) {

    public static PasswordInput of(List<PasswordRule> rules) {
        var minlength = rules.stream()
                .filter(PasswordRule.MinimumLength.class::isInstance)
                .map(rule -> String.valueOf(rule.values().get("characters")))
                .findFirst()
                .orElse("");
        return new PasswordInput(
                minlength, rules.stream().flatMap(PasswordInput::said).collect(Collectors.joining(" ")));
    }

    /** Whether the rules ask less of what is long: said before typing, as every rule is. */
    public static boolean sparesPassphrases(List<PasswordRule> rules) {
        return rules.stream().anyMatch(PasswordRule.Classes.class::isInstance);
    }

    private static Stream<String> said(PasswordRule rule) {
        return switch (rule) {
            case PasswordRule.MinimumLength(var characters) -> Stream.of("minlength: " + characters + ";");
            case PasswordRule.MaximumLength(var characters) -> Stream.of("maxlength: " + characters + ";");
            case PasswordRule.Classes(var classes) -> classes.stream().map(kind -> "required: " + name(kind) + ";");
            case PasswordRule.NotCommon _, PasswordRule.UnlikeAccount _, PasswordRule.History _ -> Stream.empty();
        };
    }

    /** The rules as one sentence, or the tenant's own words for them; empty where a single rule says all. */
    public static String hint(Words words, List<PasswordRule> rules) {
        return rules.size() < 2 && !words.knows("password.lead") ? "" : PasswordSentences.announced(words, rules);
    }

    private static String name(CharacterClass kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
