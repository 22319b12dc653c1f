package org.poterne.session;

import org.poterne.account.AccessReduced;
import org.poterne.account.AccountId;
import org.poterne.password.PasswordReplaced;
import org.poterne.password.PasswordWithdrawn;
import org.poterne.tenant.TenantId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What puts everybody out of an account, whether they are in the room or on the way there (ASVS 7.4.3). */
@Component
class Endings {

    private final Sessions sessions;
    private final Entries entries;

    Endings(Sessions sessions, Entries entries) {
        this.sessions = sessions;
        this.entries = entries;
    }

    /** Whoever knew the old password is out. */
    @EventListener
    void on(PasswordReplaced event) {
        end(event.tenant(), event.account());
    }

    @EventListener
    void on(PasswordWithdrawn event) {
        end(event.tenant(), event.account());
    }

    /** Nobody goes on with rights that are gone. */
    @EventListener
    void on(AccessReduced event) {
        end(event.tenant(), event.account());
    }

    private void end(TenantId tenant, AccountId account) {
        sessions.endAll(tenant, account);
        entries.endAll(tenant, account);
    }
}
