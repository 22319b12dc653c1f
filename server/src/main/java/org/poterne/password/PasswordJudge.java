package org.poterne.password;

import java.util.List;
import org.poterne.password.PasswordRule.Classes;
import org.poterne.password.PasswordRule.History;
import org.poterne.password.PasswordRule.MaximumLength;
import org.poterne.password.PasswordRule.MinimumLength;
import org.poterne.password.PasswordRule.NotCommon;
import org.poterne.password.PasswordRule.UnlikeAccount;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/**
 * Holds a candidate against its tenant's rules. What is asked of others, or costs hashes, is asked of a candidate that keeps
 * all the rest: nobody buys a second of our time with three letters.
 */
@Component
final class PasswordJudge {

    private final Tenants tenants;
    private final KnownPasswords known;
    private final KeptPasswords kept;
    private final Hashing hashing;

    PasswordJudge(Tenants tenants, KnownPasswords known, KeptPasswords kept, Hashing hashing) {
        this.tenants = tenants;
        this.known = known;
        this.kept = kept;
        this.hashing = hashing;
    }

    /** The rules that it breaks, in the order of the page. */
    List<PasswordRule> broken(TenantId tenant, Candidate candidate) {
        return broken(tenant, tenants.policy(tenant, PasswordPolicy.class).held(), candidate);
    }

    List<PasswordRule> broken(TenantId tenant, List<PasswordRule> rules, Candidate candidate) {
        var atFirstSight = rules.stream()
                .filter(rule -> isBroken(tenant, rules, candidate, rule))
                .toList();
        return atFirstSight.isEmpty()
                ? rules.stream()
                        .filter(rule -> isBrokenAfterAll(tenant, candidate, rule))
                        .toList()
                : atFirstSight;
    }

    private boolean isBroken(TenantId tenant, List<PasswordRule> rules, Candidate candidate, PasswordRule rule) {
        var password = candidate.password();
        return switch (rule) {
            case MinimumLength(var characters) -> password.length() < characters;
            case MaximumLength(var characters) -> password.length() > characters;
            case NotCommon() -> known.holds(password) || (isLittle(rules) && isPattern(password.folded()));
            case UnlikeAccount() ->
                KnownOfOwner.of(tenants.get(tenant), candidate.owner()).holds(password);
            case Classes classes -> !classes.missing(password).isEmpty();
            case History _ -> candidate.current().stream().anyMatch(current -> Increment.between(current, password));
        };
    }

    /** Above it, the standard leaves length alone to judge. */
    private static boolean isLittle(List<PasswordRule> rules) {
        return rules.stream()
                .anyMatch(rule ->
                        rule instanceof MinimumLength(var characters) && characters < PasswordPolicy.ENOUGH_ALONE);
    }

    private boolean isPattern(String folded) {
        return Trivial.is(folded)
                || Trivial.piece(folded)
                        .map(RawPassword::new)
                        .filter(known::holds)
                        .isPresent();
    }

    private boolean isBrokenAfterAll(TenantId tenant, Candidate candidate, PasswordRule rule) {
        var password = candidate.password();
        return switch (rule) {
            case NotCommon() -> known.isKnownElsewhere(password);
            case History(var passwords) ->
                candidate.owner().account().stream()
                        .anyMatch(account -> hashing.matchesAny(password, kept.last(tenant, account, passwords)));
            case MinimumLength _, MaximumLength _, UnlikeAccount _, Classes _ -> false;
        };
    }
}
