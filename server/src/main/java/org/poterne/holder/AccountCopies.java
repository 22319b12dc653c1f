package org.poterne.holder;

import java.time.Clock;
import java.util.Optional;
import org.poterne.account.AccountExported;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.audit.AuditLog;
import org.poterne.session.OwnSessions;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.ClientAddress;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the copy that a holder takes home. */
@Component
class AccountCopies {

    private static final int ALL = 100_000; // a year of events, at one every five minutes

    private final Accounts accounts;
    private final OwnSessions sessions;
    private final AuditLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountCopies(
            Accounts accounts, OwnSessions sessions, AuditLog log, ApplicationEventPublisher events, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** Written down in the account's trail, where its owner sees it: a thief of a session would take it too. */
    @Transactional
    public Optional<AccountCopy> take(Tenant tenant, AccountId id, ClientAddress from) {
        events.publishEvent(new AccountExported(tenant.id(), id, from.value()));
        return accounts.find(tenant.id(), id)
                .map(account -> AccountCopy.of(
                        tenant, account, sessions.of(tenant.id(), id), log.of(tenant.id(), id, ALL), clock.instant()));
    }
}
