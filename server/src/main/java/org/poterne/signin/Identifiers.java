package org.poterne.signin;

import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.account.Username;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** Whose identifier was typed, by the tenant's kind of identifier. */
@Component
final class Identifiers {

    private final Accounts accounts;
    private final Tenants tenants;

    Identifiers(Accounts accounts, Tenants tenants) {
        this.accounts = accounts;
        this.tenants = tenants;
    }

    /** One question to the database whatever was typed: what has an @ is an address, and nothing else is. */
    Optional<Account> find(TenantId tenant, String typed) {
        var kind = tenants.policy(tenant, SignInPolicy.class).identifier();
        var isAddress = typed.contains("@");
        return switch (kind) {
            case E_MAIL -> byEmail(tenant, typed);
            case USERNAME -> byUsername(tenant, typed);
            case EITHER -> isAddress ? byEmail(tenant, typed) : byUsername(tenant, typed);
        };
    }

    private Optional<Account> byEmail(TenantId tenant, String typed) {
        return EmailAddress.parse(typed).flatMap(email -> accounts.findByEmail(tenant, email));
    }

    private Optional<Account> byUsername(TenantId tenant, String typed) {
        return Username.parse(typed).flatMap(username -> accounts.findByUsername(tenant, username));
    }
}
