package org.poterne.email;

import java.time.Duration;
import java.time.Instant;
import org.poterne.lockout.Claim;
import org.poterne.lockout.Comparison;
import org.poterne.lockout.LockoutPolicy;
import org.poterne.lockout.PasswordGuard;
import org.poterne.password.RawPassword;
import org.poterne.session.OwnPasswordRefused;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.ClientAddress;
import org.poterne.throttle.Patience;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The password again: a session left open, or stolen, gives the account no other address (ASVS 7.5.1; WSTG-ATHN-09). Wrong
 * ones are counted with those at the door.
 */
@Component
final class CurrentPassword {

    private final PasswordGuard guard;
    private final Tenants tenants;
    private final ApplicationEventPublisher events;

    CurrentPassword(PasswordGuard guard, Tenants tenants, ApplicationEventPublisher events) {
        this.guard = guard;
        this.tenants = tenants;
        this.events = events;
    }

    sealed interface Verdict {}

    /** @param since when it became the account's */
    record Right(Instant since) implements Verdict {}

    record Wrong() implements Verdict {}

    record TooOften(Duration pause) implements Verdict {}

    /** Refusals are written down where the owner sees them. */
    Verdict judge(TenantId tenant, Claim claim, RawPassword typed, ClientAddress from) {
        if (typed.isEmpty()) {
            return new Wrong(); // a field forgotten, or a scanner that sends every form: no guess
        }
        var verdict = compare(tenant, claim, typed);
        if (!(verdict instanceof Right)) {
            claim.account()
                    .ifPresent(account -> events.publishEvent(new OwnPasswordRefused(tenant, account, from.value())));
        }
        return verdict;
    }

    private Verdict compare(TenantId tenant, Claim claim, RawPassword typed) {
        return switch (guard.compare(tenant, claim, typed)) {
            case Comparison.Right(var since) -> new Right(since);
            case Comparison.Wrong _ -> new Wrong();
            case Comparison.Locked() ->
                new TooOften(tenants.policy(tenant, LockoutPolicy.class).lock());
            case Comparison.Crowded() -> new TooOften(Patience.LONGEST);
        };
    }
}
