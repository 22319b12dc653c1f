package org.poterne.approval;

import java.time.Clock;
import java.util.UUID;
import org.poterne.approval.ApprovalCallBodies.Yes;
import org.poterne.authenticator.Authenticator;
import org.poterne.tenant.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a device answers. */
@Component
class ApprovalAnswers {

    private final ApprovalRequests requests;
    private final ApprovalHolders holders;
    private final ApprovalJudge judge;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApprovalAnswers(
            ApprovalRequests requests,
            ApprovalHolders holders,
            ApprovalJudge judge,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.holders = holders;
        this.judge = judge;
        this.events = events;
        this.clock = clock;
    }

    /** What the device is told. */
    enum Outcome {
        APPROVED,
        DENIED,
        WRONG_NUMBER,
        /** Answered already, too late, or none of this account's. */
        OVER,
        /** Nothing shows that its holder has unlocked the device for this. */
        UNVERIFIED
    }

    /**
     * The number that the browser shows was typed. Another one kills the request: whoever guesses has one guess (W-5). What moves
     * is what waited, in the same transaction.
     */
    @Transactional
    public Outcome approve(TenantId tenant, Authenticator device, Yes answer) {
        var id = answer.request();
        var request = requests.pending(tenant, device.account()).stream()
                .filter(pending -> pending.id().equals(id))
                .findFirst();
        if (request.isEmpty()) {
            return Outcome.OVER;
        }
        var action = request.get().action();
        if (!judge.isUnlocked(tenant, device, action, answer)) {
            return Outcome.UNVERIFIED;
        }
        if (!judge.isRight(tenant, id, answer.number())) {
            return requests.answer(tenant, device.account(), id, "missed", device.id())
                    .map(_ -> {
                        events.publishEvent(new ApprovalMissed(tenant, device.account(), action));
                        return Outcome.WRONG_NUMBER;
                    })
                    .orElse(Outcome.OVER);
        }
        return requests.answer(tenant, device.account(), id, "approved", device.id())
                .map(subject -> {
                    holders.approved(tenant, device.account());
                    events.publishEvent(new ApprovalGiven(tenant, device.account(), action, subject));
                    return Outcome.APPROVED;
                })
                .orElse(Outcome.OVER);
    }

    /** "It was not me." A denial needs no unlocking: whoever finds the telephone may as well protect its owner. */
    @Transactional
    public Outcome deny(TenantId tenant, Authenticator device, UUID id) {
        var action = requests.pending(tenant, device.account()).stream()
                .filter(pending -> pending.id().equals(id))
                .map(ApprovalRequest::action)
                .findFirst();
        return action.flatMap(known -> requests.answer(tenant, device.account(), id, "denied", device.id())
                        .map(_ -> {
                            holders.denied(tenant, device.account());
                            events.publishEvent(new ApprovalDenied(tenant, device.account(), known, clock.instant()));
                            return Outcome.DENIED;
                        }))
                .orElse(Outcome.OVER);
    }
}
