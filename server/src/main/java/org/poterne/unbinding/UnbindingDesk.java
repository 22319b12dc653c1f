package org.poterne.unbinding;

import org.poterne.assistance.RequestHands;
import org.poterne.tenant.TenantId;
import org.poterne.unbinding.UnbindingStep.Step;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What follows each step, in its transaction: it is said, its letters are owed, its request is somebody's again. */
@Component
class UnbindingDesk {

    private final Notices notices;
    private final OwedNotices owed;
    private final RequestHands requests;
    private final ApplicationEventPublisher events;

    UnbindingDesk(Notices notices, OwedNotices owed, RequestHands requests, ApplicationEventPublisher events) {
        this.notices = notices;
        this.owed = owed;
        this.requests = requests;
        this.events = events;
    }

    void approved(TenantId tenant, Unbinding unbinding) {
        owed.queue(tenant, UnbindingLetters.ANNOUNCED, notices.begin(tenant, unbinding), unbinding.expiresAt());
    }

    void made(TenantId tenant, Unbinding unbinding) {
        owed.queue(tenant, UnbindingLetters.MADE, notices.of(tenant, unbinding.id()));
        publish(tenant, unbinding, Step.MADE);
    }

    void cancelled(TenantId tenant, Unbinding unbinding) {
        owed.queue(tenant, UnbindingLetters.ENDED, notices.of(tenant, unbinding.id()));
        publish(tenant, unbinding, Step.CANCELLED);
    }

    void returned(TenantId tenant, Unbinding unbinding) {
        ended(tenant, unbinding);
        publish(tenant, unbinding, Step.RETURNED);
    }

    void died(TenantId tenant, Unbinding unbinding) {
        ended(tenant, unbinding);
        publish(tenant, unbinding, Step.DIED);
    }

    /** One that nobody approved was told to nobody, and its request, which waits for a second agent, is the first's again. */
    private void ended(TenantId tenant, Unbinding unbinding) {
        owed.queue(tenant, UnbindingLetters.ENDED, notices.of(tenant, unbinding.id()));
        requests.resume(tenant, unbinding.request());
    }

    private void publish(TenantId tenant, Unbinding unbinding, Step step) {
        events.publishEvent(new UnbindingStep(tenant, unbinding.account(), unbinding.request(), step));
    }
}
