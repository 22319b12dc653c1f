package org.poterne.readdress;

import java.time.Clock;
import java.util.UUID;
import org.poterne.account.AddressMove;
import org.poterne.readdress.Readdress.State;
import org.poterne.session.OwnSessions;
import org.poterne.session.SessionHandle;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The new address takes the old one's place: address, sessions, links and both letters, all or nothing. */
@Component
class ReaddressMaking {

    private static final SessionHandle NONE = new SessionHandle(new UUID(0, 0));

    private final Steps steps;
    private final Footing footing;
    private final AddressMove addresses;
    private final OwnSessions sessions;
    private final Clock clock;

    ReaddressMaking(Steps steps, Footing footing, AddressMove addresses, OwnSessions sessions, Clock clock) {
        this.steps = steps;
        this.footing = footing;
        this.addresses = addresses;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Whoever changes this account's address waits until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void oneAtATime(TenantId tenant, Readdress change) {
        addresses.oneAtATime(tenant, change.account());
    }

    /**
     * With a last look at all it rests on. The new address may recover the account at once: it was announced for a day, and
     * whoever reads it has shown it.
     *
     * @return whether it is made; false leaves the account as it was
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean make(TenantId tenant, Readdress change) {
        if (!footing.holds(tenant, change) || !addresses.move(tenant, change.account(), change.to(), clock.instant())) {
            return false;
        }
        sessions.endOthers(tenant, change.account(), NONE);
        return steps.end(tenant, change.id(), State.MADE);
    }
}
