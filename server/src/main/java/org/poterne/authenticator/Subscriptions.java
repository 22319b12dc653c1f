package org.poterne.authenticator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.key.InstallationKey;
import org.poterne.push.PushMessage;
import org.poterne.push.PushOutcome;
import org.poterne.push.Pushes;
import org.poterne.push.Subscription;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where phones are woken. Kept sealed: whoever reads the database learns which service somebody's phone listens to, or nothing. */
@Component
class Subscriptions {

    private static final String PURPOSE = "authenticator subscription";

    private final JdbcClient jdbc;
    private final InstallationKey key;
    private final Pushes pushes;

    Subscriptions(JdbcClient jdbc, InstallationKey key, Pushes pushes) {
        this.jdbc = jdbc;
        this.key = key;
        this.pushes = pushes;
    }

    void keep(TenantId tenant, UUID device, Subscription subscription) {
        var text = String.join("\n", subscription.endpoint().toString(), subscription.p256dh(), subscription.auth());
        jdbc.sql("""
                        update authenticator set subscription = :sealed
                         where tenant_id = :tenant and id = :id and revoked_at is null
                        """)
                .param("sealed", key.seal(PURPOSE, context(tenant, device), text))
                .param("tenant", tenant.value())
                .param("id", device)
                .update();
    }

    void drop(TenantId tenant, UUID device) {
        jdbc.sql("update authenticator set subscription = null where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", device)
                .update();
    }

    boolean isKept(TenantId tenant, UUID device) {
        return jdbc.sql("""
                        select subscription is not null from authenticator where tenant_id = :tenant and id = :id
                        """)
                .param("tenant", tenant.value())
                .param("id", device)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void wake(TenantId tenant, AccountId account, UUID request, Instant until) {
        var sleepers = of(tenant, account);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    send(tenant, sleepers, request, until);
                }
            });
        } else {
            send(tenant, sleepers, request, until);
        }
    }

    private void send(TenantId tenant, List<Sleeper> sleepers, UUID request, Instant until) {
        for (var sleeper : sleepers) {
            subscription(tenant, sleeper).ifPresent(subscription -> {
                var message =
                        new PushMessage(request.toString(), sleeper.device().toString(), until);
                pushes.send(tenant, subscription, message, outcome -> told(tenant, sleeper, outcome));
            });
        }
    }

    /** RFC 8030 §7.3. One that was renewed meanwhile stays. */
    private void told(TenantId tenant, Sleeper sleeper, PushOutcome outcome) {
        if (outcome instanceof PushOutcome.Gone) {
            jdbc.sql("""
                            update authenticator set subscription = null
                             where tenant_id = :tenant and id = :id and subscription = :sealed
                            """)
                    .param("tenant", tenant.value())
                    .param("id", sleeper.device())
                    .param("sealed", sleeper.sealed())
                    .update();
        }
    }

    private List<Sleeper> of(TenantId tenant, AccountId account) {
        return jdbc.sql("""
                        select id, subscription from authenticator
                         where tenant_id = :tenant and account_id = :account
                           and revoked_at is null and subscription is not null
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query((row, _) -> new Sleeper(row.getObject("id", UUID.class), row.getBytes("subscription")))
                .list();
    }

    private Optional<Subscription> subscription(TenantId tenant, Sleeper sleeper) {
        return key.open(PURPOSE, context(tenant, sleeper.device()), sleeper.sealed())
                .map(text -> text.split("\n", -1))
                .filter(parts -> parts.length == 3)
                .flatMap(parts -> Subscription.parse(parts[0], parts[1], parts[2]));
    }

    private static String context(TenantId tenant, UUID device) {
        return tenant + " " + device;
    }

    /** A phone that can be woken. */
    private static final class Sleeper {

        private final UUID device;
        private final byte[] sealed;

        Sleeper(UUID device, byte[] sealed) {
            this.device = device;
            this.sealed = sealed;
        }

        UUID device() {
            return device;
        }

        byte[] sealed() {
            return sealed;
        }
    }
}
