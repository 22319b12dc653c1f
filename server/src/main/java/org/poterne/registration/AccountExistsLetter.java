package org.poterne.registration;

import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterOrder;
import org.poterne.courier.LetterWriter;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** "You already have an account": what the page does not say, the holder of the address is told. */
@Component
class AccountExistsLetter implements LetterWriter {

    static final String KIND = "registration.account-exists";

    private final Accounts accounts;
    private final Tenants tenants;

    AccountExistsLetter(Accounts accounts, Tenants tenants) {
        this.accounts = accounts;
        this.tenants = tenants;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> write(LetterOrder order) {
        return accounts.find(order.tenant(), new AccountId(order.concerns()))
                .filter(Account::isActive)
                .map(holder -> new RegistrationWords(tenants.get(order.tenant()), order.languageFor(holder))
                        .accountExists(holder));
    }
}
