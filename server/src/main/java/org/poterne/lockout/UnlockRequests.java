package org.poterne.lockout;

import java.time.Clock;
import java.util.Locale;
import org.poterne.account.EmailAddress;
import org.poterne.courier.Courier;
import org.poterne.courier.LetterOrder;
import org.poterne.courier.LetterRequests;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A letter asked for again. It owes one letter, looks nothing up, and changes nothing on any account. */
@Component
class UnlockRequests {

    private final LetterRequests requests;
    private final Courier courier;
    private final Tenants tenants;
    private final Clock clock;

    UnlockRequests(LetterRequests requests, Courier courier, Tenants tenants, Clock clock) {
        this.requests = requests;
        this.courier = courier;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Transactional
    public void ask(TenantId tenant, EmailAddress typed, Locale language) {
        var life = tenants.policy(tenant, LockoutPolicy.class).linkLife();
        var request = requests.begin(tenant, typed, life);
        var now = clock.instant();
        courier.queue(new LetterOrder(tenant, ResentLetter.KIND, request, language, now, now.plus(life)));
    }
}
