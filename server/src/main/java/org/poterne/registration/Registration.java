package org.poterne.registration;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.poterne.password.Passwords;
import org.poterne.registration.SignUpOutcome.Refused;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.ClientAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing up: judged, hashed, entered. Nobody is signed in by it. */
@Component
class Registration {

    private final SignUpRules rules;
    private final Passwords passwords;
    private final Newcomers newcomers;
    private final TransactionTemplate transaction;

    Registration(SignUpRules rules, Passwords passwords, Newcomers newcomers, TransactionTemplate transaction) {
        this.rules = rules;
        this.passwords = passwords;
        this.newcomers = newcomers;
        this.transaction = transaction;
    }

    /** What will not do whoever else has an account: told without asking the accounts, however often. */
    Optional<Refused> refusal(TenantId tenant, SignUpForm form) {
        return rules.refusal(tenant, form);
    }

    /**
     * Of a form that {@link #refusal} lets pass. The hash is computed whether or not the address is free, and before the
     * transaction (decision 0006), in which account, password and letter come about together or not at all.
     */
    SignUpOutcome signUp(TenantId tenant, SignUpForm form, Locale language, ClientAddress from) {
        var hashed = passwords.hash(form.password());
        var signUp = new SignUp(rules.person(tenant, form), form.profile().profile(), hashed, language, from);
        return Objects.requireNonNull(transaction.execute(status -> {
            var outcome = newcomers.enter(tenant, signUp);
            if (outcome instanceof Refused) {
                status.setRollbackOnly(); // what is refused leaves an earlier sign-up as it was
            }
            return outcome;
        }));
    }
}
