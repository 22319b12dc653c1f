package org.poterne.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.courier.Courier;
import org.poterne.courier.LetterOrder;
import org.poterne.membership.MembershipPolicy;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders the letters of requests: to each administrator who may answer, and to whoever has got access. */
@Component
class AccessLetters {

    private static final Duration WORTH_SENDING = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final Courier courier;
    private final Tenants tenants;
    private final Clock clock;

    AccessLetters(JdbcClient jdbc, Courier courier, Tenants tenants, Clock clock) {
        this.jdbc = jdbc;
        this.courier = courier;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** A letter, as its writer finds it. */
    record Addressed(AccessRequestId request, AccountId reader) {}

    /** One order, whoever was asked and be it nobody: whom it concerns is looked up by the courier's round (DA-4). */
    void oweQuestion(TenantId tenant, AccessRequestId request, Locale language) {
        owe(tenant, Announcement.KIND, request.value(), language);
    }

    /** A letter to each administrator of the establishment that was asked. */
    void announce(LetterOrder order) {
        var tenant = order.tenant();
        jdbc.sql("""
                        insert into access_letter (tenant_id, id, request_id, account_id)
                        select request.tenant_id, gen_random_uuid(), request.id, membership.account_id
                          from access_request as request
                          join membership on membership.tenant_id = request.tenant_id
                                         and membership.establishment_id = request.establishment_id
                         where request.tenant_id = :tenant and request.id = :request
                           and :administering = any(membership.rights)
                        returning id
                        """)
                .param("tenant", tenant.value())
                .param("request", order.concerns())
                .param("administering", administering(tenant))
                .query(UUID.class)
                .list()
                .forEach(letter -> owe(tenant, AskedLetter.KIND, letter, order.language()));
    }

    void oweAnswer(TenantId tenant, AccessRequestId request, Locale language) {
        owe(tenant, AcceptedLetter.KIND, request.value(), language);
    }

    Optional<Addressed> find(TenantId tenant, UUID letter) {
        return jdbc.sql("select request_id, account_id from access_letter where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", letter)
                .query((row, _) -> new Addressed(
                        new AccessRequestId(row.getObject("request_id", UUID.class)),
                        new AccountId(row.getObject("account_id", UUID.class))))
                .optional();
    }

    private String administering(TenantId tenant) {
        return tenants.policy(tenant, MembershipPolicy.class)
                .administering()
                .orElseThrow()
                .name();
    }

    private void owe(TenantId tenant, String kind, UUID concerns, Locale language) {
        var now = clock.instant();
        courier.queue(new LetterOrder(tenant, kind, concerns, language, now, now.plus(WORTH_SENDING)));
    }
}
