package org.poterne.access;

import java.util.Locale;
import org.poterne.account.Account;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.membership.Establishment;
import org.poterne.membership.Establishments;
import org.poterne.membership.RightsForm;
import org.poterne.tenant.Tenant;
import org.springframework.stereotype.Component;

/** Requests in words, for both sides. */
@Component
public class RequestView {

    private final Accounts accounts;
    private final Establishments establishments;
    private final RightsForm rights;

    RequestView(Accounts accounts, Establishments establishments, RightsForm rights) {
        this.accounts = accounts;
        this.establishments = establishments;
        this.rights = rights;
    }

    public ShownRequest of(Tenant tenant, Locale language, AccessRequest request) {
        return new ShownRequest(
                request.id().toString(),
                name(tenant, request.account()),
                accounts.find(tenant.id(), request.account())
                        .map(account -> account.email().given())
                        .orElse(""),
                name(tenant, request.askedBy()),
                establishments
                        .find(tenant.id(), request.askedFrom())
                        .map(Establishment::name)
                        .orElse(""),
                request.number(),
                rights.labels(tenant.id(), tenant.words(language), request.rights()));
    }

    private String name(Tenant tenant, AccountId account) {
        return accounts.find(tenant.id(), account).map(Account::fullName).orElse("");
    }
}
