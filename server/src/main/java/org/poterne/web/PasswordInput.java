package org.poterne.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.poterne.password.CharacterClass;
import org.poterne.password.PasswordRule;

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

    private static Stream<String> said(PasswordRule rule) {
        return switch (rule) {
            case PasswordRule.MinimumLength(var characters) -> Stream.of("minlength: " + characters + ";");
            case PasswordRule.MaximumLength(var characters) -> Stream.of("maxlength: " + characters + ";");
            case PasswordRule.Classes(var classes) -> classes.stream().map(kind -> "required: " + name(kind) + ";");
            case PasswordRule.NotCommon _, PasswordRule.UnlikeAccount _, PasswordRule.History _ -> Stream.empty();
        };
    }

    /** Whether a browser can tell that the rule is kept; the others are judged when the form is sent. */
    public static boolean isSeenWhileTyping(PasswordRule rule) {
        return switch (rule) {
            case PasswordRule.MinimumLength _, PasswordRule.MaximumLength _, PasswordRule.Classes _ -> true;
            case PasswordRule.NotCommon _, PasswordRule.UnlikeAccount _, PasswordRule.History _ -> false;
        };
    }

    /** The kinds of characters that a rule asks for, as words; empty for any other rule. */
    public static String kinds(PasswordRule rule) {
        return rule instanceof PasswordRule.Classes(var classes)
                ? classes.stream().map(PasswordInput::name).collect(Collectors.joining(" "))
                : "";
    }

    private static String name(CharacterClass kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
