package org.poterne.users;

import org.poterne.account.AccountId;
import org.poterne.account.OwnAccount;
import org.poterne.agent.Agents;
import org.poterne.membership.Administrator;
import org.poterne.membership.MembershipPolicy;
import org.poterne.membership.MembershipPolicy.Leftover;
import org.poterne.membership.Memberships;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.users.UserManaged.Act;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What becomes of an account whose access somewhere has ended, in the transaction that ended it. */
@Component
class Departure {

    private final Memberships memberships;
    private final OwnAccount accounts;
    private final Agents agents;
    private final Tenants tenants;
    private final ApplicationEventPublisher events;

    Departure(
            Memberships memberships,
            OwnAccount accounts,
            Agents agents,
            Tenants tenants,
            ApplicationEventPublisher events) {
        this.memberships = memberships;
        this.accounts = accounts;
        this.agents = agents;
        this.tenants = tenants;
        this.events = events;
    }

    /** An account that opens nothing any more goes, where the tenant says so; an agent keeps theirs. */
    void left(TenantId tenant, Administrator by, AccountId account) {
        events.publishEvent(managed(tenant, by, account, Act.REMOVED));
        accounts.hold(tenant, account); // another establishment may be giving it access at this very moment
        if (tenants.policy(tenant, MembershipPolicy.class).leftover() == Leftover.DELETED
                && memberships.of(tenant, account).isEmpty()
                && !agents.isAgent(tenant, account)) {
            accounts.delete(tenant, account);
        }
    }

    void changed(TenantId tenant, Administrator by, AccountId account) {
        events.publishEvent(managed(tenant, by, account, Act.RIGHTS_CHANGED));
    }

    private static UserManaged managed(TenantId tenant, Administrator by, AccountId account, Act act) {
        return new UserManaged(
                tenant, by.establishment().id(), account, by.own().account(), act);
    }
}
