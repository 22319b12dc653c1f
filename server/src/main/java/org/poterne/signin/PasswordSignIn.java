package org.poterne.signin;

import java.time.Instant;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.lockout.Claim;
import org.poterne.lockout.Comparison;
import org.poterne.lockout.PasswordGuard;
import org.poterne.password.HashingBusy;
import org.poterne.session.Entry;
import org.poterne.signin.SignInOutcome.Refused;
import org.poterne.signin.SignInOutcome.Right;
import org.poterne.signin.SignInOutcome.TooOften;
import org.poterne.signin.SignInOutcome.Unconfirmed;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.Patience;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Compares identifier and password, as long for nobody as for somebody. */
@Component
class PasswordSignIn {

    private final Identifiers identifiers;
    private final PasswordGuard guard;
    private final AddressBudget budget;
    private final ApplicationEventPublisher events;

    PasswordSignIn(
            Identifiers identifiers, PasswordGuard guard, AddressBudget budget, ApplicationEventPublisher events) {
        this.identifiers = identifiers;
        this.guard = guard;
        this.budget = budget;
        this.events = events;
    }

    /** A guess is counted before it is evaluated: however many arrive at once, no more than the budgets are. */
    SignInOutcome signIn(TenantId tenant, Knock knock) {
        if (knock.isIncomplete()) {
            return new Refused(Integer.MAX_VALUE); // no count that all who forget a field would share
        }
        var pause = budget.hold(tenant, knock.from().address());
        if (pause.isPresent()) {
            return new TooOften(pause.get());
        }
        try {
            // A closed account is counted as an identifier that is nobody's: its password, right or wrong, opens
            // nothing.
            var account = identifiers.find(tenant, knock.identifier()).filter(Account::isActive);
            return compare(tenant, knock, account);
        } catch (HashingBusy busy) {
            budget.right(tenant, knock.from().address());
            throw busy;
        }
    }

    private SignInOutcome compare(TenantId tenant, Knock knock, Optional<Account> account) {
        var claim = Claim.typed(account.map(Account::id), knock.identifier(), knock.device());
        return switch (guard.compare(tenant, claim, knock.password())) {
            case Comparison.Right(var since) -> open(tenant, knock, account.orElseThrow(), since);
            case Comparison.Wrong(var attemptsLeft) -> refused(tenant, knock, account, new Refused(attemptsLeft));
            case Comparison.Locked() -> refused(tenant, knock, account, new SignInOutcome.Locked());
            case Comparison.Crowded() -> {
                budget.right(tenant, knock.from().address());
                yield new TooOften(Patience.LONGEST);
            }
        };
    }

    private SignInOutcome open(TenantId tenant, Knock knock, Account account, Instant since) {
        budget.right(tenant, knock.from().address());
        if (!account.isConfirmed()) {
            return new Unconfirmed();
        }
        return new Right(Entry.withPassword(account.id(), since, knock.from(), knock.language(), knock.to()));
    }

    private SignInOutcome refused(TenantId tenant, Knock knock, Optional<Account> account, SignInOutcome why) {
        budget.wrong(tenant, knock.from().address());
        events.publishEvent(new SignInRefused(
                tenant, account.map(Account::id), knock.from().address().value()));
        return why;
    }
}
