package org.poterne.holder;

import java.time.Clock;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.audit.AuditLog;
import org.poterne.device.KnownDevices;
import org.poterne.holder.AccountCopy.Device;
import org.poterne.holder.AccountCopy.Event;
import org.poterne.holder.AccountCopy.Session;
import org.poterne.session.OwnSessions;
import org.poterne.tenant.Tenant;
import org.springframework.stereotype.Component;

/** Makes the copy that a holder takes home. */
@Component
class AccountCopies {

    private static final int ALL = 100_000; // a year of events, at one every five minutes

    private final OwnProfile profiles;
    private final OwnSessions sessions;
    private final KnownDevices devices;
    private final AuditLog log;
    private final Clock clock;

    AccountCopies(OwnProfile profiles, OwnSessions sessions, KnownDevices devices, AuditLog log, Clock clock) {
        this.profiles = profiles;
        this.sessions = sessions;
        this.devices = devices;
        this.log = log;
        this.clock = clock;
    }

    Optional<AccountCopy> of(Tenant tenant, AccountId id) {
        return profiles.copy(tenant.id(), id)
                .map(profile -> new AccountCopy(
                        tenant.name(),
                        clock.instant(),
                        profile,
                        sessions.of(tenant.id(), id).stream().map(Session::of).toList(),
                        devices.list(tenant.id(), id).stream().map(Device::of).toList(),
                        log.of(tenant.id(), id, ALL).stream().map(Event::of).toList()));
    }
}
