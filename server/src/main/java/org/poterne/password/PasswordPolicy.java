package org.poterne.password;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.poterne.password.PasswordRule.MaximumLength;
import org.poterne.password.PasswordRule.MinimumLength;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;
import org.poterne.tenant.TenantPolicy;
import org.poterne.tenant.Weakness;
import org.poterne.tenant.Weakness.Gravity;

/** A tenant's rules for new passwords. */
public record PasswordPolicy(
        @Setting(
                value =
                        "What a new password must be, in the order the page shows it; `maximum-length: 256` unless said.",
                fallback = "[{ minimum-length: 15 }]")
        List<PasswordRule> rules)
        implements TenantPolicy {

    private static final int ENOUGH_ALONE = 15;
    private static final int LEAST = 8;
    private static final MaximumLength USUAL_MAXIMUM = new MaximumLength(256);

    public PasswordPolicy {
        if (rules.stream().filter(MinimumLength.class::isInstance).count() != 1) {
            throw new SettingRefused("rules", "needs one `minimum-length`.", "Write `- minimum-length: 15`.");
        }
        if (rules.stream().noneMatch(MaximumLength.class::isInstance)) {
            var complete = new ArrayList<>(rules);
            complete.add(USUAL_MAXIMUM);
            rules = List.copyOf(complete);
        }
    }

    /** What a person is told before typing. The maximum is said when somebody reaches it. */
    public List<PasswordRule> announced() {
        return rules.stream().filter(rule -> !(rule instanceof MaximumLength)).toList();
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

    List<PasswordRule> broken(RawPassword password) {
        return rules.stream().filter(rule -> breaks(password, rule)).toList();
    }

    private static boolean breaks(RawPassword password, PasswordRule rule) {
        return switch (rule) {
            case MinimumLength(var characters) -> password.length() < characters;
            case MaximumLength(var characters) -> password.length() > characters;
        };
    }

    @Override
    public List<Weakness> weaknesses() {
        return rules.stream()
                .flatMap(rule -> rule instanceof MinimumLength(var characters)
                        ? tooShort(characters).stream()
                        : List.<Weakness>of().stream())
                .toList();
    }

    private static List<Weakness> tooShort(int characters) {
        if (characters < LEAST) {
            return List.of(new Weakness(
                    "password.minimum-length",
                    "8 characters (ASVS 5.0 6.2.1; NIST SP 800-63B-4 §3.1.1.2 asks 15 of a password used alone)",
                    Gravity.NEEDS_EXCEPTION));
        }
        return characters < ENOUGH_ALONE
                ? List.of(new Weakness(
                        "password.minimum-length",
                        "15 characters for a password used alone (NIST SP 800-63B-4 §3.1.1.2)",
                        Gravity.WARNED))
                : List.of();
    }
}
