package org.poterne.holder;

import java.time.Clock;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.audit.AuditLog;
import org.poterne.holder.AccountCopy.Event;
import org.poterne.tenant.Tenant;
import org.springframework.stereotype.Component;

/** Makes the copy that a holder takes home. */
@Component
class AccountCopies {

    private static final int ALL = 100_000; // a year of events, at one every five minutes

    private final OwnProfile profiles;
    private final AccessCopies access;
    private final AuditLog log;
    private final Clock clock;

    AccountCopies(OwnProfile profiles, AccessCopies access, AuditLog log, Clock clock) {
        this.profiles = profiles;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    Optional<AccountCopy> of(Tenant tenant, AccountId id) {
        return profiles.copy(tenant.id(), id)
                .map(profile -> new AccountCopy(
                        tenant.name(),
                        clock.instant(),
                        profile,
                        access.sessions(tenant.id(), id),
                        access.devices(tenant.id(), id),
                        access.factors(tenant.id(), id),
                        log.of(tenant.id(), id, ALL).stream().map(Event::of).toList()));
    }
}
