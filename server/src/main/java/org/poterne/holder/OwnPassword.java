package org.poterne.holder;

import org.poterne.account.AccountId;
import org.poterne.lockout.Claim;
import org.poterne.lockout.Comparison;
import org.poterne.lockout.PasswordGuard;
import org.poterne.session.OwnPasswordRefused;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.Patience;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The password again, before anything of the account changes: a session left open, or stolen, changes nothing (ASVS 7.5.1;
 * WSTG-ATHN-09). Wrong ones are guesses, counted with those at the door.
 */
@Component
class OwnPassword {

    private final PasswordGuard guard;
    private final ApplicationEventPublisher events;

    OwnPassword(PasswordGuard guard, ApplicationEventPublisher events) {
        this.guard = guard;
        this.events = events;
    }

    Confirmation confirm(TenantId tenant, AccountId account, TypedPassword typed) {
        if (typed.current().isEmpty()) {
            return new Confirmation.Wrong(); // a field forgotten is no guess
        }
        return switch (guard.compare(tenant, Claim.of(account, typed.device()), typed.current())) {
            case Comparison.Right(var since) -> new Confirmation.Right(since);
            case Comparison.Wrong(var _) -> refused(tenant, account, typed, new Confirmation.Wrong());
            case Comparison.Locked() -> refused(tenant, account, typed, new Confirmation.Locked());
            case Comparison.Crowded() -> new Confirmation.TooOften(Patience.LONGEST);
        };
    }

    /** Written down, where the owner sees it. */
    private Confirmation refused(TenantId tenant, AccountId account, TypedPassword typed, Confirmation why) {
        events.publishEvent(
                new OwnPasswordRefused(tenant, account, typed.from().address().value()));
        return why;
    }
}
