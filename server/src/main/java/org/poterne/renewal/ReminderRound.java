package org.poterne.renewal;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.courier.Courier;
import org.poterne.courier.LetterOrder;
import org.poterne.password.PasswordPolicy;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Every hour: owes the letters that are due (EX-2; ASVS 5.0 6.4.5). */
@Component
class ReminderRound {

    private static final Logger log = LoggerFactory.getLogger(ReminderRound.class);

    private static final int AT_ONCE = 200;
    private static final Duration WORTH_SENDING = Duration.ofDays(1);

    private final Reminders reminders;
    private final Courier courier;
    private final Tenants tenants;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReminderRound(Reminders reminders, Courier courier, Tenants tenants, TransactionTemplate transaction, Clock clock) {
        this.reminders = reminders;
        this.courier = courier;
        this.tenants = tenants;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A tenant whose letters cannot be owed keeps none of the others waiting, and is tried again in an hour. */
    void run() {
        for (var tenant : tenants.all()) {
            try {
                tenants.policy(tenant.id(), PasswordPolicy.class)
                        .expiresAfter()
                        .ifPresent(life -> Stage.ALL.forEach(stage -> owe(tenant, stage, life)));
            } catch (RuntimeException failure) {
                log.warn("reminders of tenant {} could not be owed", tenant.id(), failure);
            }
        }
    }

    private void owe(Tenant tenant, Stage stage, Duration life) {
        var owed = AT_ONCE;
        while (owed == AT_ONCE) {
            owed = Optional.ofNullable(transaction.execute(_ -> some(tenant, stage, life)))
                    .orElse(0);
        }
    }

    /** Whoever is noted as written to is owed the letter in the same transaction. */
    private int some(Tenant tenant, Stage stage, Duration life) {
        var accounts = reminders.take(tenant.id(), stage, life, AT_ONCE);
        accounts.forEach(account -> courier.queue(order(tenant, account)));
        return accounts.size();
    }

    private LetterOrder order(Tenant tenant, AccountId account) {
        var now = clock.instant();
        return new LetterOrder(
                tenant.id(),
                ReminderLetter.KIND,
                account.value(),
                tenant.defaultLanguage(),
                now,
                now.plus(WORTH_SENDING));
    }
}
