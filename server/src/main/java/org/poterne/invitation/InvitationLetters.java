package org.poterne.invitation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.account.EmailAddress;
import org.poterne.courier.Courier;
import org.poterne.courier.LetterOrder;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.Budget;
import org.poterne.throttle.Spending.Exhausted;
import org.poterne.throttle.Throttle;
import org.springframework.stereotype.Component;

/** Orders the letters of invitations: so many an administrator, so many an address, whoever sends them (mail cannon). */
@Component
class InvitationLetters {

    private final Courier courier;
    private final Throttle throttle;
    private final Tenants tenants;
    private final Clock clock;

    InvitationLetters(Courier courier, Throttle throttle, Tenants tenants, Clock clock) {
        this.courier = courier;
        this.throttle = throttle;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** @return how long to wait, when a budget is spent */
    Optional<Duration> spend(TenantId tenant, AccountId by, EmailAddress to) {
        var policy = policy(tenant);
        return pause(tenant, policy.perAdministrator(), by.toString())
                .or(() -> pause(tenant, policy.perAddress(), to.canonical()));
    }

    private Optional<Duration> pause(TenantId tenant, Budget budget, String subject) {
        return throttle.spend(tenant, budget, subject) instanceof Exhausted(var pause)
                ? Optional.of(pause)
                : Optional.empty();
    }

    Instant expiry(TenantId tenant) {
        return clock.instant().plus(policy(tenant).life());
    }

    void owe(TenantId tenant, InvitationId invitation, Locale language) {
        courier.queue(new LetterOrder(
                tenant, InvitationLetter.KIND, invitation.value(), language, clock.instant(), expiry(tenant)));
    }

    private InvitationPolicy policy(TenantId tenant) {
        return tenants.policy(tenant, InvitationPolicy.class);
    }
}
