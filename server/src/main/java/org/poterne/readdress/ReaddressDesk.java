package org.poterne.readdress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.poterne.assistance.RequestHands;
import org.poterne.courier.Courier;
import org.poterne.courier.LetterOrder;
import org.poterne.readdress.ReaddressStep.Step;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Owes the letters of each step, and says it, in the step's transaction. */
@Component
class ReaddressDesk {

    private static final Duration WORTH_SENDING = Duration.ofDays(2);

    private final RequestHands requests;
    private final Courier courier;
    private final Tenants tenants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReaddressDesk(
            RequestHands requests, Courier courier, Tenants tenants, ApplicationEventPublisher events, Clock clock) {
        this.requests = requests;
        this.courier = courier;
        this.tenants = tenants;
        this.events = events;
        this.clock = clock;
    }

    void approved(TenantId tenant, Readdress change) {
        queue(tenant, ReaddressLetters.ANNOUNCED, change, change.expiresAt());
        queue(tenant, ReaddressLetters.CONFIRM, change, change.expiresAt());
    }

    void confirmed(TenantId tenant, Readdress change) {
        publish(tenant, change, Step.CONFIRMED);
    }

    void made(TenantId tenant, Readdress change) {
        both(tenant, change, ReaddressLetters.MADE_OLD, ReaddressLetters.MADE_NEW);
        publish(tenant, change, Step.MADE);
    }

    void cancelled(TenantId tenant, Readdress change) {
        both(tenant, change, ReaddressLetters.ENDED_OLD, ReaddressLetters.ENDED_NEW);
        publish(tenant, change, Step.CANCELLED);
    }

    /** A proposal that nobody approved was never told to anybody; its request is the first agent's again. */
    void died(TenantId tenant, Readdress change) {
        if (change.state() == Readdress.State.APPROVED) {
            both(tenant, change, ReaddressLetters.ENDED_OLD, ReaddressLetters.ENDED_NEW);
        } else {
            requests.resume(tenant, change.request());
        }
        publish(tenant, change, Step.DIED);
    }

    private void both(TenantId tenant, Readdress change, String old, String fresh) {
        var stale = clock.instant().plus(WORTH_SENDING);
        queue(tenant, old, change, stale);
        queue(tenant, fresh, change, stale);
    }

    private void publish(TenantId tenant, Readdress change, Step step) {
        events.publishEvent(new ReaddressStep(tenant, change.account(), change.request(), step));
    }

    private void queue(TenantId tenant, String kind, Readdress change, Instant staleAt) {
        var language = tenants.get(tenant).defaultLanguage();
        courier.queue(new LetterOrder(tenant, kind, change.id(), language, clock.instant(), staleAt));
    }
}
