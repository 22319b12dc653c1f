package org.poterne.registration;

import org.poterne.account.Accounts;
import org.poterne.account.Enrolment;
import org.poterne.account.Enrolment.Added;
import org.poterne.account.NewAccount;
import org.poterne.password.Passwords;
import org.poterne.profile.Profiles;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/** The rows of a sign-up, in the transaction under way: account, answers and password, or none of them. */
@Component
class SignUpRows {

    private final Accounts accounts;
    private final Profiles profiles;
    private final Passwords passwords;

    SignUpRows(Accounts accounts, Profiles profiles, Passwords passwords) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.passwords = passwords;
    }

    /** @param person who signs up, or nobody at all */
    Enrolment write(TenantId tenant, NewAccount person, SignUp signUp) {
        var enrolment = accounts.signUp(tenant, person, signUp.language());
        if (enrolment instanceof Added(var account)) {
            profiles.keep(tenant, account, signUp.profile());
            passwords.replace(tenant, account, signUp.password());
        }
        return enrolment;
    }
}
