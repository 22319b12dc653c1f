package org.poterne.registration;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.account.EmailAddress;
import org.poterne.courier.Courier;
import org.poterne.courier.LetterOrder;
import org.poterne.courier.LetterRequests;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.Budget;
import org.poterne.throttle.Spending.Granted;
import org.poterne.throttle.Throttle;
import org.springframework.stereotype.Component;

/**
 * Orders the letters of this flow. All of them together keep to the address's budget, counted by what was typed, whether or
 * not anybody has it: no look-up, so no time to read. When it is spent, silence (mail cannon: Kratos #1835).
 */
@Component
class RegistrationLetters {

    private final Courier courier;
    private final LetterRequests requests;
    private final Throttle throttle;
    private final Tenants tenants;
    private final Clock clock;

    RegistrationLetters(Courier courier, LetterRequests requests, Throttle throttle, Tenants tenants, Clock clock) {
        this.courier = courier;
        this.requests = requests;
        this.throttle = throttle;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Whether a letter may leave: asked before anything changes, since a link that no letter brings is none. */
    boolean isGranted(TenantId tenant, EmailAddress email) {
        var policy = tenants.policy(tenant, RegistrationPolicy.class);
        return granted(tenant, policy.hourly(), email) && granted(tenant, policy.daily(), email);
    }

    /** To whoever just signed up; the place of the letter has been asked for. */
    void confirm(TenantId tenant, AccountId account, SignUp signUp) {
        owe(tenant, ConfirmLetter.KIND, account.value(), signUp.language());
    }

    /** To the holder of an address that somebody just signed up with; its place has been asked for too. */
    void accountExists(TenantId tenant, AccountId holder, SignUp signUp) {
        owe(tenant, AccountExistsLetter.KIND, holder.value(), signUp.language());
    }

    /** To whomever the typed address belongs, if anybody: looked up when the letter is written. */
    void resend(TenantId tenant, EmailAddress typed, Locale language) {
        var life = tenants.policy(tenant, RegistrationPolicy.class).confirmationLife();
        var request = requests.begin(tenant, typed, life);
        if (isGranted(tenant, typed)) {
            owe(tenant, ConfirmAgainLetter.KIND, request, language);
        }
    }

    private void owe(TenantId tenant, String kind, UUID concerns, Locale language) {
        var life = tenants.policy(tenant, RegistrationPolicy.class).confirmationLife();
        var now = clock.instant();
        courier.queue(new LetterOrder(tenant, kind, concerns, language, now, now.plus(life)));
    }

    private boolean granted(TenantId tenant, Budget budget, EmailAddress email) {
        return throttle.spend(tenant, budget, email.canonical()) instanceof Granted;
    }
}
