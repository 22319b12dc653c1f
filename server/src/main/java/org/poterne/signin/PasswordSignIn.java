package org.poterne.signin;

import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.password.HashingBusy;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.session.Sessions;
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
    private final Sessions sessions;
    private final GuessBudget budget;
    private final ApplicationEventPublisher events;

    PasswordSignIn(
            Accounts accounts,
            Passwords passwords,
            Sessions sessions,
            GuessBudget budget,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.budget = budget;
        this.events = events;
    }

    /** A guess is counted before it is evaluated: however many arrive at once, no more than the budget are. */
    SignInOutcome signIn(TenantId tenant, String identifier, RawPassword password, ClientAddress from) {
        var guess = GuessBudget.guess(tenant, identifier, from);
        var wait = budget.count(guess);
        if (wait.isPresent()) {
            return new TooOften(wait.get());
        }
        var account = EmailAddress.parse(identifier)
                .flatMap(typed -> accounts.findByEmail(tenant, typed))
                .filter(Account::isActive);
        if (!matches(guess, account, password)) {
            events.publishEvent(new SignInRefused(tenant, account.map(Account::id), from.value()));
            return new Refused();
        }
        budget.forgive(guess);
        var id = account.orElseThrow().id();
        var session = sessions.open(tenant, id);
        events.publishEvent(new SignedIn(tenant, id, from.value()));
        return new Opened(session);
    }

    private boolean matches(Guess guess, Optional<Account> account, RawPassword password) {
        try {
            return passwords.matches(guess.tenant(), account.map(Account::id), password);
        } catch (HashingBusy busy) {
            budget.forgive(guess);
            throw busy;
        }
    }
}
