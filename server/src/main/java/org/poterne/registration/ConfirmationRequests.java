package org.poterne.registration;

import java.util.Locale;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.ClientAddress;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** "I have not received it": owes one letter, and changes nothing on any account. */
@Component
class ConfirmationRequests {

    private final RegistrationLetters letters;
    private final Accounts accounts;
    private final Tenants tenants;
    private final ApplicationEventPublisher events;

    ConfirmationRequests(
            RegistrationLetters letters, Accounts accounts, Tenants tenants, ApplicationEventPublisher events) {
        this.letters = letters;
        this.accounts = accounts;
        this.tenants = tenants;
        this.events = events;
    }

    /** What came of asking. */
    sealed interface Answer {

        record Noted() implements Answer {}

        /** Said by a tenant with explicit messages, and by no other (W-4). */
        record AlreadyConfirmed() implements Answer {}
    }

    /** Where messages are neutral there is no look-up: known or not, the address costs the same rows (ASVS 6.3.8). */
    @Transactional
    public Answer ask(TenantId tenant, EmailAddress typed, Locale language, ClientAddress from) {
        if (tenants.policy(tenant, RegistrationPolicy.class).isExplicit()
                && accounts.findByEmail(tenant, typed)
                        .filter(Account::isConfirmed)
                        .isPresent()) {
            return new Answer.AlreadyConfirmed();
        }
        letters.resend(tenant, typed, language);
        events.publishEvent(new ConfirmationAsked(tenant, from.value()));
        return new Answer.Noted();
    }
}
