package org.poterne.renewal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterOrder;
import org.poterne.courier.LetterWriter;
import org.poterne.password.Passwords;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** "Your password expires in 14 days." Looks again as it is written: whoever has renewed meanwhile has nothing to read. */
@Component
class ReminderLetter implements LetterWriter {

    static final String KIND = "renewal.reminder";

    private final Accounts accounts;
    private final Passwords passwords;
    private final Tenants tenants;
    private final Clock clock;

    ReminderLetter(Accounts accounts, Passwords passwords, Tenants tenants, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> write(LetterOrder order) {
        var account = new AccountId(order.concerns());
        return passwords
                .expiry(order.tenant(), account)
                .filter(this::isNear)
                .flatMap(expiry -> accounts.find(order.tenant(), account)
                        .filter(reader -> reader.isActive() && reader.isConfirmed())
                        .map(reader -> letter(order, reader, expiry)));
    }

    private Letter letter(LetterOrder order, Account reader, Instant expiry) {
        var tenant = tenants.get(order.tenant());
        return new ReminderWords(tenant, tenant.words(order.languageFor(reader)))
                .letter(reader, expiry, clock.instant());
    }

    private boolean isNear(Instant expiry) {
        var now = clock.instant();
        return expiry.isAfter(now) && !expiry.isAfter(now.plus(Stage.FIRST));
    }
}
