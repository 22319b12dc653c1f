package org.poterne.notice;

import java.time.Duration;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.courier.Courier;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterOrder;
import org.poterne.courier.LetterWriter;
import org.poterne.password.PasswordReplaced;
import org.poterne.tenant.Tenants;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** "Your password was changed": when, and what to do if it was not you (NIST SP 800-63B-4 §4.6; ASVS 6.3.7). */
@Component
class PasswordChangedLetter implements LetterWriter {

    private static final String KIND = "notice.password-changed";
    private static final Duration WORTH_SENDING = Duration.ofDays(2);

    private final Courier courier;
    private final Accounts accounts;
    private final Tenants tenants;

    PasswordChangedLetter(Courier courier, Accounts accounts, Tenants tenants) {
        this.courier = courier;
        this.accounts = accounts;
        this.tenants = tenants;
    }

    /** Owed in the same transaction, sent after it: a change that was undone announces nothing. */
    @EventListener
    void on(PasswordReplaced event) {
        accounts.find(event.tenant(), event.account())
                .filter(Account::isConfirmed) // nobody has proved to read the address of any other
                .ifPresent(_ -> queue(event));
    }

    private void queue(PasswordReplaced event) {
        courier.queue(new LetterOrder(
                event.tenant(),
                KIND,
                event.account().value(),
                tenants.get(event.tenant()).defaultLanguage(),
                event.at(),
                event.at().plus(WORTH_SENDING)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> write(LetterOrder order) {
        var tenant = tenants.get(order.tenant());
        return accounts.find(order.tenant(), new AccountId(order.concerns()))
                .map(account ->
                        PasswordChangedWords.letter(tenant, account, order.languageFor(account), order.queuedAt()));
    }
}
