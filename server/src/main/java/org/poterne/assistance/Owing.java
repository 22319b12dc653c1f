package org.poterne.assistance;

import java.time.Clock;
import java.time.Instant;
import org.poterne.courier.Courier;
import org.poterne.courier.LetterOrder;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** Owes the letters of a request, in the transaction under way. */
@Component
final class Owing {

    private final Courier courier;
    private final Tenants tenants;
    private final Clock clock;

    Owing(Courier courier, Tenants tenants, Clock clock) {
        this.courier = courier;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Not in the language of the agent's browser; the holder's own is known when the letter is written. */
    void queue(TenantId tenant, String kind, AssistanceRequest request, Instant staleAt) {
        var language = tenants.get(tenant).defaultLanguage();
        courier.queue(new LetterOrder(tenant, kind, request.id(), language, clock.instant(), staleAt));
    }

    Instant now() {
        return clock.instant();
    }
}
