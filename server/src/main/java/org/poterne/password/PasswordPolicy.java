package org.poterne.password;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.poterne.password.PasswordRule.Classes;
import org.poterne.password.PasswordRule.History;
import org.poterne.password.PasswordRule.MaximumLength;
import org.poterne.password.PasswordRule.MinimumLength;
import org.poterne.password.PasswordRule.NotCommon;
import org.poterne.password.PasswordRule.UnlikeAccount;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;
import org.poterne.tenant.TenantPolicy;
import org.poterne.tenant.Weakness;
import org.poterne.tenant.Weakness.Gravity;

/** A tenant's rules for new passwords. */
public record PasswordPolicy(
        @Setting(
                value =
                        "What a new password must be, in the order the page shows it. Three hold in any case, and are announced where they are listed: `maximum-length: 256`, `not-common`, `unlike-account`.",
                fallback = "[{ minimum-length: 15 }]")
        List<PasswordRule> rules,

        @Setting(
                value =
                        "How long a password is good, 30 days to 3 years (`90d`); its owner is written to 14, 7 and 1 days before. Needs an exception, and `history` of at least 5, which holds by itself where none is listed.",
                fallback = "none")
        Optional<Duration> expiresAfter)
        implements TenantPolicy {

    static final int ENOUGH_ALONE = 15;
    private static final int LEAST = 8;
    private static final int LEAST_HISTORY = 5;
    private static final Duration SHORTEST_LIFE = Duration.ofDays(30);
    private static final Duration LONGEST_LIFE = Duration.ofDays(3 * 365);

    private static final Weakness EXPIRING = new Weakness(
            "password.expires-after",
            "the standards, which forbid passwords that expire without a sign of theft (NIST SP 800-63B-4 §3.1.1.2; ASVS 5.0 6.2.10)",
            Gravity.NEEDS_EXCEPTION);

    /** Whatever the file says: a short minimum is borne only because these stand behind it. */
    private static final List<PasswordRule> ALWAYS =
            List.of(new MaximumLength(256), new NotCommon(), new UnlikeAccount());

    public PasswordPolicy {
        var kinds = new HashSet<Class<?>>();
        for (var rule : rules) {
            if (!kinds.add(rule.getClass())) {
                throw new SettingRefused("rules", "has `" + rule.reason() + "` twice.", "Keep one.");
            }
        }
        if (!kinds.contains(MinimumLength.class)) {
            throw new SettingRefused("rules", "needs one `minimum-length`.", "Write `- minimum-length: 15`.");
        }
        if (expiresAfter.isPresent()) {
            requireBounds(expiresAfter.get(), rules);
        }
        rules = expiresAfter.isPresent() && !kinds.contains(History.class)
                ? Stream.concat(rules.stream(), Stream.of(new History(LEAST_HISTORY)))
                        .toList()
                : List.copyOf(rules);
    }

    /** Whoever must change would else come back to the old one, or go to and fro between two (ANSSI R27; EX-4). */
    private static void requireBounds(Duration life, List<PasswordRule> rules) {
        if (life.compareTo(SHORTEST_LIFE) < 0 || life.compareTo(LONGEST_LIFE) > 0) {
            throw new SettingRefused("expires-after", "is out of bounds.", "Choose `30d` to `1095d`.");
        }
        if (rules.stream().anyMatch(rule -> rule instanceof History(var passwords) && passwords < LEAST_HISTORY)) {
            throw new SettingRefused(
                    "rules",
                    "has a `history` that is too short for passwords that expire.",
                    "Write `- history: 5` or more, or leave it out.");
        }
    }

    /** When a password of that moment is good no more; never, for most tenants. */
    public Optional<Instant> expiry(Instant since) {
        return expiresAfter.map(since::plus);
    }

    /** What a person is told before typing. The maximum is said when somebody reaches it. */
    public List<PasswordRule> announced() {
        return rules.stream().filter(rule -> !(rule instanceof MaximumLength)).toList();
    }

    /** All that hold, in the order of the page, those that go without saying at the end. */
    List<PasswordRule> held() {
        var held = new ArrayList<>(rules);
        ALWAYS.stream()
                .filter(rule -> rules.stream().noneMatch(listed -> listed.getClass() == rule.getClass()))
                .forEach(held::add);
        return held;
    }

    /**
     * The length to advise, where the rules ask for less than is enough: a short minimum is allowed,
     * and the advice to do better comes with it.
     */
    public OptionalInt advisedLength() {
        return rules.stream()
                        .anyMatch(rule -> rule instanceof MinimumLength(var characters) && characters < ENOUGH_ALONE)
                ? OptionalInt.of(ENOUGH_ALONE)
                : OptionalInt.empty();
    }

    /** Fewer than 8 characters are allowed: below every standard, so that others make up for it (W-1). */
    public boolean isBelowFloor() {
        return rules.stream().anyMatch(rule -> rule instanceof MinimumLength(var characters) && characters < LEAST);
    }

    /** How many earlier passwords are kept to compare with, beside the one in use. */
    int remembered() {
        return rules.stream()
                .flatMap(rule -> rule instanceof History(var passwords) ? Stream.of(passwords - 1) : Stream.empty())
                .findFirst()
                .orElse(0);
    }

    @Override
    public List<Weakness> weaknesses() {
        return Stream.concat(
                        rules.stream().flatMap(PasswordPolicy::weakness),
                        expiresAfter.stream().map(_ -> EXPIRING))
                .toList();
    }

    private static Stream<Weakness> weakness(PasswordRule rule) {
        return switch (rule) {
            case MinimumLength(var characters)
            when characters < LEAST ->
                Stream.of(new Weakness(
                        "password.minimum-length",
                        "8 characters (ASVS 5.0 6.2.1; NIST SP 800-63B-4 §3.1.1.2 asks 15 of a password used alone)",
                        Gravity.NEEDS_EXCEPTION));
            case MinimumLength(var characters)
            when characters < ENOUGH_ALONE ->
                Stream.of(new Weakness(
                        "password.minimum-length",
                        "15 characters for a password used alone (NIST SP 800-63B-4 §3.1.1.2)",
                        Gravity.WARNED));
            case Classes _ ->
                Stream.of(new Weakness(
                        "password.classes",
                        "the standards, which forbid rules on kinds of characters (NIST SP 800-63B-4 §3.1.1.2; ASVS 5.0 6.2.5)",
                        Gravity.NEEDS_EXCEPTION));
            case MinimumLength _, MaximumLength _, NotCommon _, UnlikeAccount _, History _ -> Stream.empty();
        };
    }
}
