package org.poterne.demo;

import java.util.Arrays;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.account.Username;
import org.poterne.membership.Establishments;
import org.poterne.membership.MembershipPolicy;
import org.poterne.membership.Memberships;
import org.poterne.membership.Rights;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionTemplate;

/** The establishments of the sample tenants, and who of the sample people has access to them. */
@Order(Ordered.LOWEST_PRECEDENCE)
final class SampleEstablishments implements ApplicationRunner {

    private final Establishments establishments;
    private final Memberships memberships;
    private final Accounts accounts;
    private final Tenants tenants;
    private final TransactionTemplate transaction;

    SampleEstablishments(
            Establishments establishments,
            Memberships memberships,
            Accounts accounts,
            Tenants tenants,
            TransactionTemplate transaction) {
        this.establishments = establishments;
        this.memberships = memberships;
        this.accounts = accounts;
        this.tenants = tenants;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (var tenant : tenants.all()) {
            SampleLines.of(tenant, "sample-establishments.txt").stream()
                    .map(SampleEstablishment::of)
                    .forEach(sample -> add(tenant, sample));
        }
    }

    /** One that is there already stays as the last demo left it. */
    private void add(Tenant tenant, SampleEstablishment sample) {
        transaction.executeWithoutResult(_ -> establishments
                .add(tenant.id(), sample.number(), sample.name(), sample.email())
                .ifPresent(added -> sample.access()
                        .forEach((username, rights) -> account(tenant, username)
                                .ifPresent(account -> memberships.grant(
                                        tenant.id(), added.id(), account.id(), rights(tenant, rights))))));
    }

    private Optional<Account> account(Tenant tenant, String username) {
        return Username.parse(username).flatMap(parsed -> accounts.findByUsername(tenant.id(), parsed));
    }

    private Rights rights(Tenant tenant, String names) {
        var policy = tenants.policy(tenant.id(), MembershipPolicy.class);
        return names.equals("*") ? policy.all() : policy.known(Arrays.asList(names.split(" ")));
    }
}
