package org.poterne.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.account.AddressChanged;
import org.poterne.key.InstallationKey;
import org.poterne.password.PasswordReplaced;
import org.poterne.password.PasswordWithdrawn;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The attempts under way. What was typed is kept sealed, and only until it has been looked up. */
@Component
class RecoveryAttempts {

    /** Of one link: the procedure of the requirements (RT-13) allows no more. */
    static final int TRIES = 5;

    private static final String SEAL = "recovery request";

    private final JdbcClient jdbc;
    private final InstallationKey key;
    private final Tenants tenants;
    private final Clock clock;

    RecoveryAttempts(JdbcClient jdbc, InstallationKey key, Tenants tenants, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The same work for an address that has an account and one that has none: nothing is looked up here. */
    AttemptId begin(TenantId tenant, Description typed, Duration life) {
        var id = AttemptId.fresh();
        jdbc.sql("""
                        insert into recovery_attempt (tenant_id, id, procedure, asked, expires_at)
                        values (:tenant, :id, :procedure, :asked, :expires)
                        """)
                .param("tenant", tenant.value())
                .param("id", id.value())
                .param("procedure", procedure(tenant).name())
                .param("asked", key.seal(SEAL, id.value().toString(), typed.written()))
                .param("expires", clock.instant().plus(life).atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    Optional<RecoveryAttempt> find(TenantId tenant, AttemptId id) {
        var procedure = procedure(tenant);
        return jdbc.sql("""
                        select account_id, standing
                          from recovery_attempt
                         where tenant_id = :tenant and id = :id and procedure = :procedure and expires_at > :now
                        """)
                .param("tenant", tenant.value())
                .param("id", id.value())
                .param("procedure", procedure.name())
                .param("now", now())
                .query((row, _) -> new RecoveryAttempt(
                        id,
                        Optional.ofNullable(row.getObject("account_id", UUID.class))
                                .map(AccountId::new),
                        procedure.proofs(),
                        row.getInt("standing")))
                .optional();
    }

    /** What was typed, once: it is gone when this returns. */
    Optional<Description> takeAsked(TenantId tenant, AttemptId id) {
        return jdbc.sql("""
                        update recovery_attempt as attempt set asked = null
                          from (select asked from recovery_attempt
                                 where tenant_id = :tenant and id = :id and asked is not null for update) as before
                         where attempt.tenant_id = :tenant and attempt.id = :id
                        returning before.asked
                        """)
                .param("tenant", tenant.value())
                .param("id", id.value())
                .query(byte[].class)
                .optional()
                .flatMap(box -> key.open(SEAL, id.value().toString(), box))
                .map(Description::read);
    }

    /**
     * The account is known, and what was typed describes it: all that comes before the link stands.
     *
     * @return whether it was this hand that did it
     */
    boolean bind(TenantId tenant, RecoveryAttempt attempt, AccountId account) {
        return jdbc.sql("""
                        update recovery_attempt set account_id = :account, standing = :standing
                         where tenant_id = :tenant and id = :id and account_id is null and standing = 0
                        """)
                        .param("account", account.value())
                        .param("standing", attempt.proofs().indexOf(new Proof.MailedLink()))
                        .param("tenant", tenant.value())
                        .param("id", attempt.id().value())
                        .update()
                == 1;
    }

    /** The proof that was due stands. Of two requests at once, one makes it stand; a step is never passed twice or over. */
    Optional<RecoveryAttempt> stands(TenantId tenant, RecoveryAttempt attempt) {
        var moved = jdbc.sql("""
                        update recovery_attempt set standing = standing + 1
                         where tenant_id = :tenant and id = :id and standing = :standing and expires_at > :now
                        """)
                .param("tenant", tenant.value())
                .param("id", attempt.id().value())
                .param("standing", attempt.standing())
                .param("now", now())
                .update();
        return moved == 1
                ? Optional.of(
                        new RecoveryAttempt(attempt.id(), attempt.account(), attempt.proofs(), attempt.standing() + 1))
                : Optional.empty();
    }

    /**
     * How often the link's account was described wrongly so far. Whoever asks goes on alone: the others wait until this
     * transaction ends, so that of any number of hands no more than {@link #TRIES} guess.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Integer> mismatches(TenantId tenant, AttemptId id) {
        return jdbc.sql("""
                        select mismatches from recovery_attempt
                         where tenant_id = :tenant and id = :id and expires_at > :now
                           for update
                        """)
                .param("tenant", tenant.value())
                .param("id", id.value())
                .param("now", now())
                .query(Integer.class)
                .optional();
    }

    void countMismatch(TenantId tenant, AttemptId id) {
        jdbc.sql("update recovery_attempt set mismatches = mismatches + 1 where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", id.value())
                .update();
    }

    /** Half-finished flows die with the old password. */
    @EventListener
    void on(PasswordReplaced event) {
        endAll(event.tenant(), event.account());
    }

    @EventListener
    void on(PasswordWithdrawn event) {
        endAll(event.tenant(), event.account());
    }

    /** Their letters, put off by a mail server, would mint a link for the next address. */
    @EventListener
    void on(AddressChanged event) {
        endAll(event.tenant(), event.account());
    }

    private void endAll(TenantId tenant, AccountId account) {
        jdbc.sql("delete from recovery_attempt where tenant_id = :tenant and account_id = :account")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
    }

    void forgetExpired() {
        jdbc.sql("delete from recovery_attempt where expires_at <= :now")
                .param("now", now())
                .update();
    }

    private RecoveryProcedure procedure(TenantId tenant) {
        return tenants.policy(tenant, RecoveryPolicy.class).procedure();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
