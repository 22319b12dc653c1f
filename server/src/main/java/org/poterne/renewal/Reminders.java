package org.poterne.renewal;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.password.PasswordReplaced;
import org.poterne.password.PasswordWithdrawn;
import org.poterne.tenant.TenantId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who has been written to about which password, so that nobody is twice. */
@Component
class Reminders {

    private final JdbcClient jdbc;
    private final Clock clock;

    Reminders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes some of those whose letter is due: of two nodes at once, one has each. In one order, so that the two do not wait
     * for each other.
     *
     * @param life of a password
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<AccountId> take(TenantId tenant, Stage stage, Duration life, int most) {
        var born = clock.instant().minus(life).atOffset(ZoneOffset.UTC); // expires now
        return jdbc.sql("""
                        insert into renewal_reminder (tenant_id, account_id, since, days)
                        select password.tenant_id, password.account_id, password.replaced_at, :days
                          from password
                          join account on account.tenant_id = password.tenant_id and account.id = password.account_id
                         where password.tenant_id = :tenant
                           and password.replaced_at > :next and password.replaced_at <= :due
                           and account.status = 'active' and account.confirmed_at is not null
                           and not exists (select 1 from renewal_reminder as sent
                                            where sent.tenant_id = password.tenant_id
                                              and sent.account_id = password.account_id
                                              and sent.since = password.replaced_at and sent.days = :days)
                         order by password.account_id
                         limit :most
                            on conflict do nothing
                        returning account_id
                        """)
                .param("tenant", tenant.value())
                .param("days", stage.days())
                .param("due", in(born, stage.days()))
                .param("next", in(born, stage.next()))
                .param("most", most)
                .query((row, _) -> new AccountId(row.getObject("account_id", UUID.class)))
                .list();
    }

    private static OffsetDateTime in(OffsetDateTime moment, int days) {
        return moment.plus(Duration.ofDays(days));
    }

    /** What was written of the old one is of no use for the new one. */
    @EventListener
    void on(PasswordReplaced event) {
        forget(event.tenant(), event.account());
    }

    @EventListener
    void on(PasswordWithdrawn event) {
        forget(event.tenant(), event.account());
    }

    private void forget(TenantId tenant, AccountId account) {
        jdbc.sql("delete from renewal_reminder where tenant_id = :tenant and account_id = :account")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
    }
}
