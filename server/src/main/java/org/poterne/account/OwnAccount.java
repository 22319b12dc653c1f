package org.poterne.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.poterne.tenant.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What holders do to their own accounts: what matters, in the transaction that has just seen their password. */
@Component
public class OwnAccount {

    private final JdbcClient jdbc;
    private final List<DeletionObstacle> obstacles;
    private final ApplicationEventPublisher events;

    OwnAccount(JdbcClient jdbc, List<DeletionObstacle> obstacles, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.obstacles = obstacles;
        this.events = events;
    }

    /** The key of what keeps this account from being deleted, if anything does. */
    public Optional<String> obstacle(TenantId tenant, AccountId account) {
        return obstacles.stream()
                .flatMap(obstacle -> obstacle.sentence(tenant, account).stream())
                .findFirst();
    }

    /** @param familyName in the one form of a {@link PersonName}, as {@code givenName} */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rename(TenantId tenant, AccountId account, String givenName, String familyName) {
        jdbc.sql("""
                        update account set given_name = :given, family_name = :family
                         where tenant_id = :tenant and id = :account
                        """)
                .param("given", givenName)
                .param("family", familyName)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
        events.publishEvent(new AccountRenamed(tenant, account));
    }

    /** Until the transaction ends, nothing is hung on the account: whoever wants to waits, and finds it there or gone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(TenantId tenant, AccountId account) {
        jdbc.sql("select 1 from account where tenant_id = :tenant and id = :account for update")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query(Integer.class)
                .optional();
    }

    /**
     * Until the transaction ends, whoever wants to {@link #hold} the account waits, so that what is found of it now stays true.
     * Any number may do so at once: it is what a row that hangs on the account does to it anyway.
     *
     * @return whether it is there
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean steady(TenantId tenant, AccountId account) {
        return jdbc.sql("select 1 from account where tenant_id = :tenant and id = :account for key share")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** In which language its pages and letters are from now on. */
    @Transactional
    public void speak(TenantId tenant, AccountId account, Locale language) {
        jdbc.sql("update account set language = :language where tenant_id = :tenant and id = :account")
                .param("language", language.toLanguageTag())
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
    }

    /**
     * The row, and by cascade its passwords, sessions, tokens and all else that hangs on it (GDPR art. 17). Whoever deletes
     * has asked for {@link #obstacle} in this transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void delete(TenantId tenant, AccountId account) {
        jdbc.sql("delete from account where tenant_id = :tenant and id = :account")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
        events.publishEvent(new AccountDeleted(tenant, account));
    }
}
