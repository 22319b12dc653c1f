package org.poterne.approval;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.poterne.approval.ApprovalRequests.Latest;
import org.poterne.approval.Waiting.Approved;
import org.poterne.approval.Waiting.NotAsked;
import org.poterne.approval.Waiting.Over;
import org.poterne.approval.Waiting.Pending;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** Where a browser waits, and is told how its request stands: the same of one that nobody was shown, and of a refused one. */
@Component
class WaitingRoom {

    private final ApprovalRequests requests;
    private final ApprovalNumber number;
    private final Signals signals;
    private final Tenants tenants;
    private final Clock clock;

    WaitingRoom(ApprovalRequests requests, ApprovalNumber number, Signals signals, Tenants tenants, Clock clock) {
        this.requests = requests;
        this.number = number;
        this.signals = signals;
        this.tenants = tenants;
        this.clock = clock;
    }

    Waiting look(TenantId tenant, ApprovalAction action, UUID subject) {
        return requests.latest(tenant, action, subject)
                .map(latest -> waiting(tenant, latest))
                .orElseGet(NotAsked::new);
    }

    /** No connection is held meanwhile. */
    Waiting await(TenantId tenant, ApprovalAction action, UUID subject, Duration patience) {
        return signals.await(
                        subject.toString(),
                        patience,
                        () -> Optional.of(look(tenant, action, subject)).filter(now -> !(now instanceof Pending)))
                .orElseGet(() -> look(tenant, action, subject));
    }

    private Waiting waiting(TenantId tenant, Latest latest) {
        var now = clock.instant();
        if (!latest.until().isAfter(now)) {
            return new Over();
        }
        return switch (latest.state()) {
            case "approved" -> new Approved();
            case "over" -> new Over();
            default ->
                new Pending( // refused ones too
                        number.of(tenant, latest.id(), digits(tenant)),
                        latest.until(),
                        Duration.between(now, latest.until()));
        };
    }

    private int digits(TenantId tenant) {
        return tenants.policy(tenant, ApprovalPolicy.class).digits();
    }
}
