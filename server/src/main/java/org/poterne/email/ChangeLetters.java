package org.poterne.email;

import java.time.Clock;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterOrder;
import org.poterne.email.AddressChange.State;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** The letters of a change, each written when it is sent, with a fresh link. */
@Component
final class ChangeLetters {

    static final String CONFIRM = "email.confirm";
    static final String ASKED = "email.asked";
    static final String MADE = "email.made";
    static final String UNDONE = "email.undone";

    private final AddressChanges changes;
    private final ChangeLinks links;
    private final Accounts accounts;
    private final Tenants tenants;
    private final Clock clock;

    ChangeLetters(AddressChanges changes, ChangeLinks links, Accounts accounts, Tenants tenants, Clock clock) {
        this.changes = changes;
        this.links = links;
        this.accounts = accounts;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** What the page did not say is said here, to whoever reads that address: the link, or that it has an account already. */
    Optional<Letter> confirm(LetterOrder order) {
        return changes.find(order.tenant(), order.concerns(), State.ASKED).flatMap(change -> {
            var holder = accounts.findByEmail(order.tenant(), change.to())
                    .filter(account -> account.isConfirmed() || !account.isActive());
            return holder.isPresent()
                    ? holder.filter(Account::isActive).map(account -> taken(order, account))
                    : holderOf(order, change).map(account -> link(order, account, change));
        });
    }

    private Letter link(LetterOrder order, Account account, AddressChange change) {
        var tenant = tenants.get(order.tenant());
        var expires = clock.instant().plus(ChangeDesk.LINK_LIFE);
        var token = links.mint(order.tenant(), ChangeLink.CONFIRM, change, expires);
        var link = tenant.link("/account/email/confirm/open?token=" + token.reveal());
        return words(order, account).confirm(change.to(), link, expires);
    }

    private Letter taken(LetterOrder order, Account holder) {
        return words(order, holder).taken(holder);
    }

    Optional<Letter> asked(LetterOrder order) {
        return changes.find(order.tenant(), order.concerns(), State.ASKED)
                .flatMap(change -> holderOf(order, change)
                        .map(account -> words(order, account).asked(account, change.from(), order.queuedAt())));
    }

    Optional<Letter> made(LetterOrder order) {
        return changes.find(order.tenant(), order.concerns(), State.MADE)
                .flatMap(change -> holderOf(order, change).map(account -> undo(order, account, change)));
    }

    private Letter undo(LetterOrder order, Account account, AddressChange change) {
        var token = links.mint(order.tenant(), ChangeLink.UNDO, change, change.expiresAt());
        var link = tenants.get(order.tenant()).link("/account/email/undo/open?token=" + token.reveal());
        return words(order, account).made(account, change, link, order.queuedAt());
    }

    Optional<Letter> undone(LetterOrder order) {
        return changes.find(order.tenant(), order.concerns(), State.UNDONE)
                .flatMap(change -> holderOf(order, change)
                        .map(account -> words(order, account).undone(account, change.to(), order.queuedAt())));
    }

    private Optional<Account> holderOf(LetterOrder order, AddressChange change) {
        return accounts.find(order.tenant(), change.account()).filter(Account::isActive);
    }

    private ChangeWords words(LetterOrder order, Account reader) {
        return new ChangeWords(tenants.get(order.tenant()), order.languageFor(reader));
    }
}
