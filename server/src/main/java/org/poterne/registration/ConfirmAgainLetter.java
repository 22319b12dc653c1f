package org.poterne.registration;

import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterOrder;
import org.poterne.courier.LetterRequests;
import org.poterne.courier.LetterWriter;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letter asked for once more: whatever is true of the address is said here, to whoever reads it, and nowhere else. */
@Component
class ConfirmAgainLetter implements LetterWriter {

    static final String KIND = "registration.confirm-again";

    private final LetterRequests requests;
    private final Accounts accounts;
    private final ConfirmationLink link;
    private final Tenants tenants;

    ConfirmAgainLetter(LetterRequests requests, Accounts accounts, ConfirmationLink link, Tenants tenants) {
        this.requests = requests;
        this.accounts = accounts;
        this.link = link;
        this.tenants = tenants;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public Optional<Letter> write(LetterOrder order) {
        return requests.addressee(
                        order.tenant(),
                        order.concerns(),
                        typed -> accounts.findByEmail(order.tenant(), typed).map(Account::id))
                .flatMap(account -> accounts.find(order.tenant(), account))
                .filter(Account::isActive)
                .map(account -> SignUpConfirmation.isPending(account)
                        ? link.letter(order, account)
                        : new RegistrationWords(tenants.get(order.tenant()), order.languageFor(account))
                                .alreadyConfirmed(account));
    }
}
