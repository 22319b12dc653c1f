package org.poterne.signin;

import java.time.Instant;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.password.HashingBusy;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.signin.GuessBudget.Guess;
import org.poterne.signin.SignInOutcome.Opened;
import org.poterne.signin.SignInOutcome.Refused;
import org.poterne.signin.SignInOutcome.TooOften;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.ClientAddress;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Compares identifier and password, as long for nobody as for somebody. */
@Component
class PasswordSignIn {

    private final Accounts accounts;
    private final Passwords passwords;
    private final SessionOpening opening;
    private final GuessBudget budget;
    private final ApplicationEventPublisher events;

    PasswordSignIn(
            Accounts accounts,
            Passwords passwords,
            SessionOpening opening,
            GuessBudget budget,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.opening = opening;
        this.budget = budget;
        this.events = events;
    }

    /** A guess is counted before it is evaluated: however many arrive at once, no more than the budget are. */
    SignInOutcome signIn(TenantId tenant, String identifier, RawPassword password, ClientAddress from) {
        var guess = GuessBudget.guess(tenant, identifier, from);
        var pause = budget.hold(guess);
        if (pause.isPresent()) {
            return new TooOften(pause.get());
        }
        var account = EmailAddress.parse(identifier)
                .flatMap(typed -> accounts.findByEmail(tenant, typed))
                .filter(Account::isActive)
                .map(Account::id);
        var since = compare(guess, account, password);
        var session = since.flatMap(moment -> opening.open(tenant, account.orElseThrow(), moment, from));
        if (session.isEmpty()) {
            budget.wrong(guess);
            events.publishEvent(new SignInRefused(tenant, account, from.value()));
            return new Refused();
        }
        budget.right(guess);
        return new Opened(session.get());
    }

    private Optional<Instant> compare(Guess guess, Optional<AccountId> account, RawPassword password) {
        try {
            return passwords.matches(guess.tenant(), account, password);
        } catch (HashingBusy busy) {
            budget.right(guess);
            throw busy;
        }
    }
}
