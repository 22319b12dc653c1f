package org.poterne.registration;

import org.poterne.account.Accounts;
import org.poterne.account.Enrolment.Added;
import org.poterne.account.Enrolment.UsernameTaken;
import org.poterne.registration.SignUpOutcome.Refused;
import org.poterne.registration.SignUpOutcome.Sent;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/** Enters sign-ups, in the transaction under way. */
@Component
class Newcomers {

    private final Accounts accounts;
    private final SignUpRows rows;
    private final RegistrationLetters letters;
    private final TakenAddresses taken;

    Newcomers(Accounts accounts, SignUpRows rows, RegistrationLetters letters, TakenAddresses taken) {
        this.accounts = accounts;
        this.rows = rows;
        this.letters = letters;
        this.taken = taken;
    }

    /** The username first, so that its refusal comes alike for addresses that are taken and addresses that are not. */
    SignUpOutcome enter(TenantId tenant, SignUp signUp) {
        if (accounts.isUsernameTaken(tenant, signUp.person()) || taken.isUsernameShadowed(tenant, signUp)) {
            return usernameTaken(tenant, signUp);
        }
        if (taken.isTold(tenant, signUp)) {
            return new Refused(FieldRefusal.EMAIL_TAKEN);
        }
        if (!letters.isGranted(tenant, signUp.email())) {
            return taken.pretend(tenant, signUp); // the links of before stay good: no letter would bring another
        }
        return accounts.holder(tenant, signUp.email())
                .map(holder -> taken.answer(tenant, holder, signUp))
                .orElseGet(() -> enterFree(tenant, signUp));
    }

    private SignUpOutcome enterFree(TenantId tenant, SignUp signUp) {
        return switch (rows.write(tenant, signUp)) {
            case Added(var account) -> {
                letters.confirm(tenant, account, signUp);
                yield new Sent(account);
            }
            case UsernameTaken() -> usernameTaken(tenant, signUp);
        };
    }

    private Refused usernameTaken(TenantId tenant, SignUp signUp) {
        return taken.isTold(tenant, signUp)
                ? new Refused(FieldRefusal.USERNAME_TAKEN, FieldRefusal.EMAIL_TAKEN)
                : new Refused(FieldRefusal.USERNAME_TAKEN);
    }
}
