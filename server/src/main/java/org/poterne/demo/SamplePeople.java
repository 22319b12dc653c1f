package org.poterne.demo;

import java.util.List;
import java.util.Optional;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.account.Enrolment;
import org.poterne.profile.Profiles;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionTemplate;

/** The people of the sample tenants, from the file beside the tenant's own. None has a password until its owner sets one. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SamplePeople implements ApplicationRunner {

    private final Accounts accounts;
    private final Profiles profiles;
    private final Tenants tenants;
    private final TransactionTemplate transaction;

    SamplePeople(Accounts accounts, Profiles profiles, Tenants tenants, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.transaction = transaction;
        this.tenants = tenants;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        tenants.all().forEach(tenant -> of(tenant).forEach(person -> add(tenant, person)));
    }

    /** Whom a newcomer may try. */
    static Optional<EmailAddress> first(Tenant tenant) {
        return of(tenant).stream().map(person -> person.account().email()).findFirst();
    }

    /** Whoever is there already stays as the last demo left them. */
    private void add(Tenant tenant, SamplePerson person) {
        var account = person.account();
        transaction.executeWithoutResult(_ -> {
            if (accounts.findByEmail(tenant.id(), account.email()).isEmpty()
                    && accounts.signUp(tenant.id(), account, tenant.defaultLanguage())
                            instanceof Enrolment.Added(var id)) {
                profiles.keep(tenant.id(), id, person.profile());
                if (person.confirmed()) {
                    accounts.confirm(tenant.id(), id, account.email());
                }
            }
        });
    }

    private static List<SamplePerson> of(Tenant tenant) {
        return SampleLines.of(tenant, "sample-people.txt").stream()
                .map(SamplePerson::of)
                .toList();
    }
}
