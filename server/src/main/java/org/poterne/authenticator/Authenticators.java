package org.poterne.authenticator;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.factor.FactorUnbound;
import org.poterne.tenant.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The phones that answer for an account. Revoked ones are nobody's. */
@Component
public class Authenticators {

    /** As factors are named. */
    static final String FACTOR = "approval";

    private final JdbcClient jdbc;
    private final Subscriptions subscriptions;
    private final Bindings bindings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Authenticators(
            JdbcClient jdbc,
            Subscriptions subscriptions,
            Bindings bindings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.subscriptions = subscriptions;
        this.bindings = bindings;
        this.events = events;
        this.clock = clock;
    }

    /** The oldest first. */
    public List<Authenticator> of(TenantId tenant, AccountId account) {
        return jdbc.sql("""
                        select id, account_id, name, since, used_at
                          from authenticator
                         where tenant_id = :tenant and account_id = :account and revoked_at is null
                         order by since, id
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query(Device::known)
                .list();
    }

    public boolean has(TenantId tenant, AccountId account) {
        return jdbc.sql("""
                        select exists (select from authenticator
                                        where tenant_id = :tenant and account_id = :account and revoked_at is null)
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Wakes those that can be woken, once the transaction under way is committed: what they then ask for is there. They are
     * told the request's name and nothing else (PU-9).
     */
    public void wake(TenantId tenant, AccountId account, UUID request, Instant until) {
        subscriptions.wake(tenant, account, request, until);
    }

    /**
     * At once: its next call is nobody's (PU-14). The account is part of the look-up: nobody revokes another's.
     *
     * @return whether it was live
     */
    @Transactional
    public boolean revoke(TenantId tenant, AccountId account, UUID authenticator) {
        return revoke(tenant, account, authenticator, Missed.NO);
    }

    /**
     * As above, for whoever looks after accounts: the phone is gone, what it stood for is not. The door goes on asking for one until
     * its holder has another, so that no single voice takes a second factor away (HD-3).
     */
    @Transactional
    public boolean revokeLost(TenantId tenant, AccountId account, UUID authenticator) {
        return revoke(tenant, account, authenticator, Missed.YES);
    }

    /**
     * All of an account whose holder has lost every factor, those that are missed already among them: the door asks for none any
     * more. No {@link FactorUnbound} for each: whoever decided it tells the holder once.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void revokeAll(TenantId tenant, AccountId account) {
        bindings.drop(tenant, account);
        jdbc.sql("""
                        update authenticator
                           set revoked_at = coalesce(revoked_at, :now), subscription = null, missed = false
                         where tenant_id = :tenant and account_id = :account and (revoked_at is null or missed)
                        returning id
                        """)
                .param("now", now())
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query((row, _) -> row.getObject("id", UUID.class))
                .list()
                .forEach(phone -> events.publishEvent(new AuthenticatorRevoked(tenant, account, phone)));
    }

    /** Whether the door asks for a phone that was revoked for its holder. */
    public boolean isMissed(TenantId tenant, AccountId account) {
        return jdbc.sql("""
                        select exists (select from authenticator
                                        where tenant_id = :tenant and account_id = :account and missed)
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    private enum Missed {
        YES,
        NO
    }

    private boolean revoke(TenantId tenant, AccountId account, UUID authenticator, Missed missed) {
        var revoked = jdbc.sql("""
                        update authenticator set revoked_at = :now, subscription = null, missed = :missed
                         where tenant_id = :tenant and account_id = :account and id = :id and revoked_at is null
                        """)
                        .param("now", now())
                        .param("missed", missed == Missed.YES)
                        .param("tenant", tenant.value())
                        .param("account", account.value())
                        .param("id", authenticator)
                        .update()
                == 1;
        if (revoked) {
            events.publishEvent(new AuthenticatorRevoked(tenant, account, authenticator));
            events.publishEvent(new FactorUnbound(tenant, account, FACTOR));
        }
        return revoked;
    }

    /** It answered a request. */
    public void used(TenantId tenant, UUID authenticator) {
        jdbc.sql("update authenticator set used_at = :now where tenant_id = :tenant and id = :id")
                .param("now", now())
                .param("tenant", tenant.value())
                .param("id", authenticator)
                .update();
    }

    /** @return whether it is this account's, and live */
    boolean rename(TenantId tenant, AccountId account, UUID authenticator, String name) {
        return jdbc.sql("""
                        update authenticator set name = :name
                         where tenant_id = :tenant and account_id = :account and id = :id and revoked_at is null
                        """)
                        .param("name", name)
                        .param("tenant", tenant.value())
                        .param("account", account.value())
                        .param("id", authenticator)
                        .update()
                == 1;
    }

    /** Whether a tenant's application has anybody to serve, whatever its file says by now. */
    boolean any(TenantId tenant) {
        return jdbc.sql("select exists (select from authenticator where tenant_id = :tenant and revoked_at is null)")
                .param("tenant", tenant.value())
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
