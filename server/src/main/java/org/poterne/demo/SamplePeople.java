package org.poterne.demo;

import java.util.List;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.account.NewAccount;
import org.poterne.tenant.Tenants;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/** The people of the sample tenants. None has a password until its owner sets one. */
final class SamplePeople implements ApplicationRunner {

    private static final List<NewAccount> PEOPLE = List.of(
            person("camille.martin@example.org", "Camille", "Martin"), person("noa.petit@example.org", "Noa", "Petit"));

    private final Accounts accounts;
    private final Tenants tenants;

    SamplePeople(Accounts accounts, Tenants tenants) {
        this.accounts = accounts;
        this.tenants = tenants;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        tenants.all().forEach(tenant -> accounts.addAll(tenant.id(), PEOPLE));
    }

    /** Whom a newcomer may try. */
    static EmailAddress first() {
        return PEOPLE.getFirst().email();
    }

    private static NewAccount person(String email, String givenName, String familyName) {
        return new NewAccount(EmailAddress.parse(email).orElseThrow(), givenName, familyName);
    }
}
