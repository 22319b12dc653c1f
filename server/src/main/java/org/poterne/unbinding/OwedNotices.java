package org.poterne.unbinding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.poterne.courier.Courier;
import org.poterne.courier.LetterOrder;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** Owes one letter to each of the addresses that an unbinding is told to. */
@Component
class OwedNotices {

    private static final Duration WORTH_SENDING = Duration.ofDays(2);

    private final Courier courier;
    private final Tenants tenants;
    private final Clock clock;

    OwedNotices(Courier courier, Tenants tenants, Clock clock) {
        this.courier = courier;
        this.tenants = tenants;
        this.clock = clock;
    }

    void queue(TenantId tenant, String kind, List<Notice> notices) {
        queue(tenant, kind, notices, clock.instant().plus(WORTH_SENDING));
    }

    void queue(TenantId tenant, String kind, List<Notice> notices, Instant staleAt) {
        var language = tenants.get(tenant).defaultLanguage();
        notices.forEach(notice ->
                courier.queue(new LetterOrder(tenant, kind, notice.id(), language, clock.instant(), staleAt)));
    }
}
