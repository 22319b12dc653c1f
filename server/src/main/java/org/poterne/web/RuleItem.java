package org.poterne.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.poterne.password.PasswordRule;
import org.poterne.password.PasswordRule.Classes;
import org.poterne.password.PasswordSentences;
import org.poterne.words.Words;

/**
 * A line of the list that is ticked while somebody types: what is still missing stands out.
 *
 * @param characters of a rule on length; empty for any other
 * @param kind of characters, where the line is about one; empty for any other
 * @param seen whether a browser can tell that it is kept; the others are judged when the form is sent
 */
public record RuleItem(String reason, String characters, String kind, String text, boolean seen) {

    /** Where the rules stand in one sentence already, the list holds only what a browser can tick. */
    public static List<RuleItem> of(Words words, List<PasswordRule> rules) {
        var alone = rules.size() < 2 || words.knows("password.lead");
        return rules.stream()
                .flatMap(rule -> of(words, rule))
                .filter(item -> alone || item.seen())
                .toList();
    }

    /** A line a kind of character, so that each is ticked by itself. */
    private static Stream<RuleItem> of(Words words, PasswordRule rule) {
        return switch (rule) {
            case Classes(var classes) ->
                classes.stream()
                        .map(kind -> new RuleItem(
                                rule.reason(),
                                "",
                                kind.name().toLowerCase(Locale.ROOT),
                                PasswordSentences.kind(words, kind),
                                true));
            case PasswordRule.MinimumLength(var characters) -> Stream.of(length(words, rule, characters));
            case PasswordRule.MaximumLength(var characters) -> Stream.of(length(words, rule, characters));
            case PasswordRule.NotCommon _, PasswordRule.UnlikeAccount _, PasswordRule.History _ ->
                Stream.of(new RuleItem(rule.reason(), "", "", PasswordSentences.rule(words, rule), false));
        };
    }

    private static RuleItem length(Words words, PasswordRule rule, int characters) {
        return new RuleItem(rule.reason(), String.valueOf(characters), "", PasswordSentences.rule(words, rule), true);
    }
}
