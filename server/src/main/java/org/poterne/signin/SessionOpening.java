package org.poterne.signin;

import java.time.Instant;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.account.OwnAccount;
import org.poterne.password.Passwords;
import org.poterne.session.SessionId;
import org.poterne.session.Sessions;
import org.poterne.tenant.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From a password that was right to a session. */
@Component
class SessionOpening {

    private final Passwords passwords;
    private final Sessions sessions;
    private final OwnAccount own;
    private final ApplicationEventPublisher events;

    SessionOpening(Passwords passwords, Sessions sessions, OwnAccount own, ApplicationEventPublisher events) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.own = own;
        this.events = events;
    }

    /**
     * One transaction with the last look at the password: comparing takes a while, and a reset that came meanwhile must
     * leave no session of the old password behind.
     *
     * @param since when the password that was right became the account's
     */
    @Transactional
    public Optional<SessionId> open(TenantId tenant, AccountId account, Instant since, Knock knock) {
        if (!passwords.isStillThatOf(tenant, account, since)) {
            return Optional.empty();
        }
        knock.language().ifPresent(language -> own.speak(tenant, account, language));
        events.publishEvent(new SignedIn(tenant, account, knock.from().address().value()));
        return Optional.of(sessions.open(tenant, account, knock.from()));
    }
}
