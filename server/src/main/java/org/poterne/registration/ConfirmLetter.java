package org.poterne.registration;

import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterOrder;
import org.poterne.courier.LetterWriter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letter that follows a sign-up. */
@Component
class ConfirmLetter implements LetterWriter {

    static final String KIND = "registration.confirm";

    private final Accounts accounts;
    private final ConfirmationLink link;

    ConfirmLetter(Accounts accounts, ConfirmationLink link) {
        this.accounts = accounts;
        this.link = link;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** A sign-up that was sent again, confirmed or purged meanwhile is owed nothing any more. */
    @Override
    @Transactional
    public Optional<Letter> write(LetterOrder order) {
        return accounts.find(order.tenant(), new AccountId(order.concerns()))
                .filter(SignUpConfirmation::isPending)
                .map(account -> link.letter(order, account));
    }
}
