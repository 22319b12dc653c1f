package org.poterne.recovery;

import java.time.Clock;
import java.util.Locale;
import org.poterne.courier.Courier;
import org.poterne.courier.LetterOrder;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.ClientAddress;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way out: a request. It owes one letter, and changes nothing on any account. */
@Component
class RecoveryRequests {

    private final RecoveryAttempts attempts;
    private final Courier courier;
    private final Tenants tenants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecoveryRequests(
            RecoveryAttempts attempts,
            Courier courier,
            Tenants tenants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.attempts = attempts;
        this.courier = courier;
        this.tenants = tenants;
        this.events = events;
        this.clock = clock;
    }

    /** No look-up: known or not, what was typed costs the same two rows, and the time tells nothing (ASVS 6.3.8). */
    @Transactional
    public void ask(TenantId tenant, Description typed, Locale language, ClientAddress from) {
        var life = tenants.policy(tenant, RecoveryPolicy.class).linkLife();
        var now = clock.instant();
        var attempt = attempts.begin(tenant, typed, life.multipliedBy(2)); // the letter's wait, then the link's life
        courier.queue(new LetterOrder(tenant, ResetLinkLetter.KIND, attempt.value(), language, now, now.plus(life)));
        events.publishEvent(new RecoveryAsked(tenant, from.value()));
    }

    /** As above, for a browser that goes on by itself: nothing is owed to anybody. */
    @Transactional
    public AttemptId begin(TenantId tenant, Description typed, ClientAddress from) {
        var attempt = attempts.begin(tenant, typed, AttemptCookie.LIFE);
        events.publishEvent(new RecoveryAsked(tenant, from.value()));
        return attempt;
    }
}
