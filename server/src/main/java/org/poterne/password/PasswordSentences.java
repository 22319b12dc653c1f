package org.poterne.password;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.poterne.password.PasswordRule.Classes;
import org.poterne.words.Words;

/** What people are told of the rules, before typing and after. */
public final class PasswordSentences {

    private PasswordSentences() {}

    /** A rule, as the help before typing says it: {@code 10 caractères minimum}. */
    public static String rule(Words words, PasswordRule rule) {
        return words.say("password.rule." + rule.reason(), values(words, rule));
    }

    /** All rules in one sentence, or the tenant's own words for them. */
    public static String announced(Words words, List<PasswordRule> rules) {
        return words.knows("password.lead")
                ? words.say("password.lead")
                : words.list(rules.stream().map(rule -> rule(words, rule)).toList());
    }

    /** Why a password will not do: each broken rule, and how to do better (63B §3.1.1.2; WCAG 3.3.3). */
    public static String refused(Words words, List<PasswordRule> broken) {
        return broken.stream()
                .map(rule -> words.say("password.refused." + rule.reason(), values(words, rule)))
                .collect(Collectors.joining(" "));
    }

    /** A kind of character: {@code une minuscule}. */
    public static String kind(Words words, CharacterClass kind) {
        return words.say("password.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    private static Map<String, Object> values(Words words, PasswordRule rule) {
        return rule instanceof Classes(var classes) ? Map.of("kinds", kinds(words, classes)) : rule.values();
    }

    private static String kinds(Words words, Collection<CharacterClass> classes) {
        return words.list(classes.stream().map(kind -> kind(words, kind)).toList());
    }
}
