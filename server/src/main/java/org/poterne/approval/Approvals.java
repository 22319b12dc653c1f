package org.poterne.approval;

import java.time.Duration;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.authenticator.Authenticators;
import org.poterne.session.SessionOrigin;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** For the flows: asks a device on behalf of a browser, and tells that browser how things stand. */
@Component
public final class Approvals {

    private final ApprovalRequests requests;
    private final ApprovalOffers offers;
    private final WaitingRoom room;
    private final Authenticators authenticators;
    private final Tenants tenants;

    Approvals(
            ApprovalRequests requests,
            ApprovalOffers offers,
            WaitingRoom room,
            Authenticators authenticators,
            Tenants tenants) {
        this.requests = requests;
        this.offers = offers;
        this.room = room;
        this.authenticators = authenticators;
        this.tenants = tenants;
    }

    /**
     * A request that no device sees yet: the same row and the same number for everybody.
     *
     * @param subject what waits; an earlier request of the same is over
     * @return the request, for {@link #show}
     */
    public UUID begin(TenantId tenant, ApprovalAction action, UUID subject, SessionOrigin from) {
        var life = tenants.policy(tenant, ApprovalPolicy.class).life();
        return requests.begin(tenant, action, subject, from, life);
    }

    /**
     * Shows it to the account's devices, within what may be asked of anybody. Whoever started it is told nothing of that. Outside
     * any transaction: devices are woken once it is committed.
     *
     * @param asker what the browser is known by
     */
    public void show(TenantId tenant, UUID request, AccountId account, Asker asker) {
        if (authenticators.has(tenant, account)) {
            offers.offer(tenant, request, account, asker)
                    .ifPresent(until -> authenticators.wake(tenant, account, request, until));
        }
    }

    public Waiting look(TenantId tenant, ApprovalAction action, UUID subject) {
        return room.look(tenant, action, subject);
    }

    /**
     * As above, once it is no longer pending, or after so long. No connection is held meanwhile.
     *
     * @param patience up to half a minute
     */
    public Waiting await(TenantId tenant, ApprovalAction action, UUID subject, Duration patience) {
        return room.await(tenant, action, subject, patience);
    }

    /** Uses what was approved: of two hands, one. */
    public boolean spend(TenantId tenant, ApprovalAction action, UUID subject) {
        return requests.spend(tenant, action, subject);
    }
}
