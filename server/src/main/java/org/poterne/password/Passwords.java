package org.poterne.password;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The passwords of every tenant: judged, hashed, compared, replaced. */
@Component
public class Passwords {

    /** Looked up in the place of an absent account, so that both ask the database the same. */
    private static final AccountId NOBODY = new AccountId(new UUID(0, 0));

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final Hashing hashing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Passwords(JdbcClient jdbc, Tenants tenants, Hashing hashing, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.hashing = hashing;
        this.events = events;
        this.clock = clock;
    }

    /** The rules that this candidate breaks, in the order of the page; none when it is acceptable. */
    public List<PasswordRule> broken(TenantId tenant, RawPassword candidate, PasswordOwner owner) {
        return tenants.policy(tenant, PasswordPolicy.class).broken(candidate);
    }

    /**
     * Outside any transaction: it waits for a core.
     *
     * @throws HashingBusy when too many wait already
     */
    public HashedPassword hash(RawPassword password) {
        return new HashedPassword(hashing.hash(password));
    }

    /** The new password takes the place of the old one, and everybody concerned is told in the same transaction. */
    @Transactional
    public void replace(TenantId tenant, AccountId account, HashedPassword password) {
        var now = clock.instant();
        jdbc.sql("""
                        insert into password (tenant_id, account_id, phc, replaced_at)
                        values (:tenant, :account, :phc, :now)
                            on conflict (tenant_id, account_id) do update
                           set phc = excluded.phc, replaced_at = excluded.replaced_at
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("phc", password.hash().phc())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new PasswordReplaced(tenant, account, now));
    }

    /**
     * Compares what was typed with the account's password. An account that is absent, or has none yet, costs the same work:
     * the answer's time tells nothing (ASVS 6.3.8).
     *
     * @return since when this has been the account's password; nothing when it is not
     */
    public Optional<Instant> matches(TenantId tenant, Optional<AccountId> account, RawPassword typed) {
        var kept = kept(tenant, account.orElse(NOBODY));
        if (!hashing.matches(typed, kept.map(Kept::hash)) || kept.isEmpty() || account.isEmpty()) {
            return Optional.empty();
        }
        if (hashing.isDated(kept.get().hash())) {
            rehash(tenant, account.get(), kept.get().hash(), typed);
        }
        return kept.map(Kept::since);
    }

    /**
     * Whether the password of that moment still is the account's: asked in the transaction that opens something with it. A
     * reset under way waits for that transaction or has come first; either way nothing opened with the old password is left.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isStillThatOf(TenantId tenant, AccountId account, Instant since) {
        return jdbc.sql("""
                        select true from password
                         where tenant_id = :tenant and account_id = :account and replaced_at = :since
                           for share
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /**
     * As {@link #isStillThatOf}, for who is about to change the account: of two who saw the same password at once, the second
     * waits for the first, and is then told what it left. A shared look would let both in, to wait for each other for ever.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean claim(TenantId tenant, AccountId account, Instant since) {
        return jdbc.sql("""
                        select true from password
                         where tenant_id = :tenant and account_id = :account and replaced_at = :since
                           for update
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    private record Kept(PasswordHash hash, Instant since) {}

    private Optional<Kept> kept(TenantId tenant, AccountId account) {
        return jdbc.sql("select phc, replaced_at from password where tenant_id = :tenant and account_id = :account")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query((row, _) -> new Kept(
                        PasswordHash.parse(row.getString("phc"))
                                .orElseThrow(() -> new IllegalStateException("a kept password that is no PHC string")),
                        row.getObject("replaced_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Same password, today's cost and pepper. A password replaced meanwhile stands. */
    private void rehash(TenantId tenant, AccountId account, PasswordHash dated, RawPassword typed) {
        jdbc.sql("""
                        update password set phc = :fresh
                         where tenant_id = :tenant and account_id = :account and phc = :dated
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .param("fresh", hashing.hash(typed).phc())
                .param("dated", dated.phc())
                .update();
    }
}
