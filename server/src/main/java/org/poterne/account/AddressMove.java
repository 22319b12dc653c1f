package org.poterne.account;

import java.time.Instant;
import java.time.ZoneOffset;
import org.poterne.tenant.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** From one address to another, once somebody has proved to read it. */
@Component
public class AddressMove {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    AddressMove(JdbcClient jdbc, Accounts accounts, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.events = events;
    }

    /** Whoever moves one account waits here for the others until their transactions end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void oneAtATime(TenantId tenant, AccountId account) {
        jdbc.sql("select 1 from account where tenant_id = :tenant and id = :account for no key update")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query(Integer.class)
                .optional();
    }

    /**
     * Gives the account this address, unless somebody else has it. A sign-up that nobody has confirmed gives way: it has
     * proved nothing, and must not keep an address from whoever reads it.
     *
     * @param recoverableFrom until then a letter to the new address opens nothing
     * @return whether it has it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean move(TenantId tenant, AccountId account, EmailAddress to, Instant recoverableFrom) {
        accounts.oneAtATime(tenant, to);
        accounts.forgetPending(tenant, to);
        var moved = jdbc.sql("""
                        update account
                           set email = :email, email_canonical = :canonical, recoverable_from = :recoverable
                         where tenant_id = :tenant and id = :account and status = 'active' and confirmed_at is not null
                           and not exists (select from account as other
                                            where other.tenant_id = :tenant and other.email_canonical = :canonical
                                              and other.id <> :account)
                        """)
                        .param("email", to.given())
                        .param("canonical", to.canonical())
                        .param("recoverable", recoverableFrom.atOffset(ZoneOffset.UTC))
                        .param("tenant", tenant.value())
                        .param("account", account.value())
                        .update()
                == 1;
        if (moved) {
            events.publishEvent(new AddressChanged(tenant, account));
        }
        return moved;
    }
}
