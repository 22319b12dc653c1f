package org.poterne.registration;

import java.util.Optional;
import java.util.UUID;
import org.poterne.account.EmailAddress;
import org.poterne.account.NewAccount;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The work of a sign-up, done for nobody and undone at once: a taken address is answered no sooner than a free one (attack
 * 6 of the requirements: response time at registration).
 */
@Component
class Decoy {

    private final SignUpRows rows;
    private final TransactionTemplate nested;

    Decoy(SignUpRows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    void enter(TenantId tenant, SignUp signUp) {
        nested.executeWithoutResult(status -> {
            rows.write(tenant, nobody(), signUp);
            status.setRollbackOnly();
        });
    }

    private static NewAccount nobody() {
        var address = EmailAddress.parse(UUID.randomUUID() + "@nobody.invalid").orElseThrow();
        return new NewAccount(address, Optional.empty(), "", "");
    }
}
