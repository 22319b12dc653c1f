package org.poterne.registration;

import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.registration.SignUpOutcome.Refused;
import org.poterne.registration.SignUpOutcome.Sent;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/**
 * Signing up with an address that is somebody's. Where messages are explicit the page says so; elsewhere it says what it
 * says to everybody, and the holder of the address is told by letter (ASVS 6.3.8; OWASP Authentication, "Account
 * creation").
 */
@Component
class TakenAddresses {

    private final Accounts accounts;
    private final Tenants tenants;
    private final RegistrationLetters letters;
    private final UsernameShadows shadows;
    private final SignUpRows rows;

    TakenAddresses(
            Accounts accounts, Tenants tenants, RegistrationLetters letters, UsernameShadows shadows, SignUpRows rows) {
        this.accounts = accounts;
        this.tenants = tenants;
        this.letters = letters;
        this.shadows = shadows;
        this.rows = rows;
    }

    SignUpOutcome answer(TenantId tenant, AccountId holder, SignUp signUp) {
        var policy = tenants.policy(tenant, RegistrationPolicy.class);
        if (policy.isExplicit()) {
            return new Refused(FieldRefusal.EMAIL_TAKEN);
        }
        letters.accountExists(tenant, holder, signUp);
        return pretend(tenant, signUp);
    }

    /** All that a sign-up does and shows, and no account. */
    SignUpOutcome pretend(TenantId tenant, SignUp signUp) {
        var life = tenants.policy(tenant, RegistrationPolicy.class).unconfirmedLife();
        rows.pretend(tenant, signUp);
        signUp.person().username().ifPresent(username -> shadows.keep(tenant, signUp.email(), username, life));
        return new Sent(new AccountId(UUID.randomUUID()));
    }

    /** Whether another refusal may say, beside itself, that the address is taken too. */
    boolean isTold(TenantId tenant, SignUp signUp) {
        return tenants.policy(tenant, RegistrationPolicy.class).isExplicit()
                && accounts.findByEmail(tenant, signUp.email())
                        .filter(account -> !SignUpConfirmation.isPending(account))
                        .isPresent();
    }

    boolean isUsernameShadowed(TenantId tenant, SignUp signUp) {
        return signUp.person()
                .username()
                .filter(username -> shadows.hold(tenant, username, signUp.email()))
                .isPresent();
    }
}
