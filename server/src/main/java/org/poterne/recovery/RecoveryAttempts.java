package org.poterne.recovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.account.AddressChanged;
import org.poterne.approval.ApprovalAction;
import org.poterne.approval.ApprovalGiven;
import org.poterne.key.InstallationKey;
import org.poterne.password.PasswordReplaced;
import org.poterne.password.PasswordWithdrawn;
import org.poterne.task.Purge;
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

    /** To find a new password, once nothing else is asked. */
    private static final Duration TO_CHOOSE = Duration.ofMinutes(15);

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
                        insert into recovery_attempt (tenant_id, id, procedure, asked, standing, expires_at)
                        values (:tenant, :id, :procedure, :asked, :standing, :expires)
                        """)
                .param("tenant", tenant.value())
                .param("id", id.value())
                .param("procedure", procedure(tenant).name())
                .param("asked", key.seal(SEAL, id.value().toString(), typed.written()))
                .param("standing", procedure(tenant).standingAtRequest())
                .param("expires", clock.instant().plus(life).atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    Optional<RecoveryAttempt> find(TenantId tenant, AttemptId id) {
        return jdbc.sql("""
                        select procedure, account_id, standing
                          from recovery_attempt
                         where tenant_id = :tenant and id = :id and expires_at > :now
                        """)
                .param("tenant", tenant.value())
                .param("id", id.value())
                .param("now", now())
                .query((row, _) -> attempt(tenant, id, row))
                .optional()
                .flatMap(found -> found);
    }

    /** One whose procedure the tenant has given up is none. */
    private Optional<RecoveryAttempt> attempt(TenantId tenant, AttemptId id, ResultSet row) throws SQLException {
        var account =
                Optional.ofNullable(row.getObject("account_id", UUID.class)).map(AccountId::new);
        var standing = row.getInt("standing");
        return tenants.policy(tenant, RecoveryPolicy.class)
                .named(row.getString("procedure"))
                .map(procedure -> new RecoveryAttempt(id, account, procedure.proofs(), standing));
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

    /** What was typed, for a browser that may ask more than once; it goes when the attempt does. */
    Optional<Description> asked(TenantId tenant, AttemptId id) {
        return jdbc.sql("""
                        select asked from recovery_attempt
                         where tenant_id = :tenant and id = :id and asked is not null and expires_at > :now
                        """)
                .param("tenant", tenant.value())
                .param("id", id.value())
                .param("now", now())
                .query(byte[].class)
                .optional()
                .flatMap(box -> key.open(SEAL, id.value().toString(), box))
                .map(Description::read);
    }

    /**
     * Spends an attempt in which all proofs stand: of two hands reaching at once, one gets it.
     *
     * @return whose password is to be replaced
     */
    Optional<AccountId> finish(TenantId tenant, RecoveryAttempt attempt) {
        return jdbc.sql("""
                        delete from recovery_attempt
                         where tenant_id = :tenant and id = :id and standing = :all
                           and account_id is not null and expires_at > :now
                        returning account_id
                        """)
                .param("tenant", tenant.value())
                .param("id", attempt.id().value())
                .param("all", attempt.proofs().size())
                .param("now", now())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /** The link and the factor behind it stand: in the transaction that spent the one, after the other was right. */
    boolean standBehindLink(TenantId tenant, RecoveryAttempt attempt) {
        return jdbc.sql("""
                        update recovery_attempt
                           set standing = :all, expires_at = greatest(expires_at, :until)
                         where tenant_id = :tenant and id = :id and standing = :link and expires_at > :now
                        """)
                        .param("all", attempt.proofs().size())
                        .param("until", clock.instant().plus(TO_CHOOSE).atOffset(ZoneOffset.UTC))
                        .param("tenant", tenant.value())
                        .param("id", attempt.id().value())
                        .param("link", attempt.proofs().indexOf(new Proof.MailedLink()))
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Nothing comes of it any more. */
    void end(TenantId tenant, AttemptId id) {
        jdbc.sql("delete from recovery_attempt where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", id.value())
                .update();
    }

    /** A device has approved what this attempt waits for: it is the account's that the device belongs to. */
    @EventListener
    void on(ApprovalGiven event) {
        if (event.action() == ApprovalAction.RECOVERY) {
            jdbc.sql("""
                            update recovery_attempt
                               set account_id = :account, standing = standing + 1, expires_at = greatest(expires_at, :until)
                             where tenant_id = :tenant and id = :id and procedure = :procedure
                               and account_id is null and standing = :due and expires_at > :now
                            """)
                    .param("account", event.account().value())
                    .param("until", clock.instant().plus(TO_CHOOSE).atOffset(ZoneOffset.UTC))
                    .param("tenant", event.tenant().value())
                    .param("id", event.subject())
                    .param("procedure", procedure(event.tenant()).name())
                    .param("due", procedure(event.tenant()).proofs().indexOf(new Proof.Approval()))
                    .param("now", now())
                    .update();
        }
    }

    /**
     * The account is known, and what was typed describes it: all that comes before the link stands.
     *
     * @return whether it was this hand that did it
     */
    boolean bind(TenantId tenant, RecoveryAttempt attempt, AccountId account) {
        return jdbc.sql("""
                        update recovery_attempt set account_id = :account, standing = :standing
                         where tenant_id = :tenant and id = :id and account_id is null and standing = :before
                        """)
                        .param("account", account.value())
                        .param("standing", attempt.proofs().indexOf(new Proof.MailedLink()))
                        .param("before", attempt.standing())
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

    int forgetExpired() {
        return jdbc.sql(Purge.batch("delete from recovery_attempt where expires_at <= :now"))
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
