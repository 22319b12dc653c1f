package org.poterne.web;

import java.util.List;
import java.util.stream.Collectors;
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
                minlength, rules.stream().map(PasswordInput::said).collect(Collectors.joining(" ")));
    }

    private static String said(PasswordRule rule) {
        return switch (rule) {
            case PasswordRule.MinimumLength(var characters) -> "minlength: " + characters + ";";
            case PasswordRule.MaximumLength(var characters) -> "maxlength: " + characters + ";";
        };
    }
}
