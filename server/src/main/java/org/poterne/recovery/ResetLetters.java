package org.poterne.recovery;

import java.time.Clock;
import java.time.ZoneOffset;
import org.poterne.account.AccountId;
import org.poterne.courier.Courier;
import org.poterne.courier.LetterOrder;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for whoever looks after accounts: they may start a reset, and neither choose nor see the password (ASVS 5.0 6.4.6).
 * The letter goes to the stored address, whatever was said to them.
 */
@Component
public class ResetLetters {

    private final JdbcClient jdbc;
    private final Courier courier;
    private final Tenants tenants;
    private final Clock clock;

    ResetLetters(JdbcClient jdbc, Courier courier, Tenants tenants, Clock clock) {
        this.jdbc = jdbc;
        this.courier = courier;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * Owes the letter of an attempt that knows its account: what comes before the link stands, by the caller's word; what comes
     * after it is still asked. Budgets are the caller's.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void owe(TenantId tenant, AccountId account) {
        var policy = tenants.policy(tenant, RecoveryPolicy.class);
        var procedure = policy.byLetter();
        var now = clock.instant();
        var life = policy.linkLife();
        var attempt = AttemptId.fresh();
        jdbc.sql("""
                        insert into recovery_attempt (tenant_id, id, procedure, account_id, standing, expires_at)
                        values (:tenant, :id, :procedure, :account, :standing, :expires)
                        """)
                .param("tenant", tenant.value())
                .param("id", attempt.value())
                .param("procedure", procedure.name())
                .param("account", account.value())
                .param("standing", procedure.proofs().indexOf(new Proof.MailedLink()))
                .param("expires", now.plus(life.multipliedBy(2)).atOffset(ZoneOffset.UTC))
                .update();
        var language = tenants.get(tenant).defaultLanguage();
        courier.queue(new LetterOrder(tenant, ResetLinkLetter.KIND, attempt.value(), language, now, now.plus(life)));
    }
}
