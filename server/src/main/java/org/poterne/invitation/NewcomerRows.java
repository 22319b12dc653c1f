package org.poterne.invitation;

import java.util.Locale;
import java.util.Optional;
import org.poterne.account.Accounts;
import org.poterne.account.Enrolment;
import org.poterne.account.NewAccount;
import org.poterne.password.HashedPassword;
import org.poterne.password.Passwords;
import org.poterne.profile.Profiles;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/** The rows of a person who accepts, in the transaction under way: account, answers and password, or none of them. */
@Component
class NewcomerRows {

    private final Accounts accounts;
    private final Profiles profiles;
    private final Passwords passwords;

    NewcomerRows(Accounts accounts, Profiles profiles, Passwords passwords) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.passwords = passwords;
    }

    /** The address is proved by the link of its letter; nothing that somebody set on it before stays (RG-6). */
    Enrolment write(TenantId tenant, Invitee invitee, Newcomer newcomer, HashedPassword password, Locale language) {
        var person = new NewAccount(
                invitee.email(), Optional.of(newcomer.username()), invitee.givenName(), invitee.familyName());
        var enrolment = accounts.signUp(tenant, person, language);
        if (enrolment instanceof Enrolment.Added(var account)) {
            profiles.keep(tenant, account, newcomer.profile());
            passwords.replace(tenant, account, password);
            accounts.confirm(tenant, account, invitee.email());
        }
        return enrolment;
    }
}
