package org.poterne.registration;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.account.Enrolment.Added;
import org.poterne.account.Enrolment.Entered;
import org.poterne.account.NewAccount;
import org.poterne.password.Passwords;
import org.poterne.profile.Profiles;
import org.poterne.tenant.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of a sign-up, in the transaction under way: account, answers, password and audit line, or none of them. */
@Component
class SignUpRows {

    private final Accounts accounts;
    private final Profiles profiles;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate nested;

    SignUpRows(
            Accounts accounts,
            Profiles profiles,
            Passwords passwords,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.passwords = passwords;
        this.events = events;
        this.nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Of an address that has no holder: {@link Accounts#holder} was asked. */
    Entered write(TenantId tenant, SignUp signUp) {
        return write(tenant, signUp.person(), signUp, _ -> {});
    }

    /**
     * The same statements for nobody, undone at once: a taken address is answered no sooner and no later than a free one
     * (attack 6 of the requirements: response time at registration).
     */
    void pretend(TenantId tenant, SignUp signUp) {
        write(tenant, nobody(), signUp, TransactionStatus::setRollbackOnly);
    }

    private Entered write(TenantId tenant, NewAccount person, SignUp signUp, Consumer<TransactionStatus> end) {
        return Objects.requireNonNull(nested.execute(status -> {
            var enrolment = accounts.enter(tenant, person, signUp.language());
            if (enrolment instanceof Added(var account)) {
                profiles.keep(tenant, account, signUp.profile());
                passwords.replace(tenant, account, signUp.password());
                events.publishEvent(new SignedUp(tenant, account, signUp.from().value()));
            }
            end.accept(status);
            return enrolment;
        }));
    }

    private static NewAccount nobody() {
        var address = EmailAddress.parse(UUID.randomUUID() + "@nobody.invalid").orElseThrow();
        return new NewAccount(address, Optional.empty(), "", "");
    }
}
