package org.poterne.readdress;

import java.util.Optional;
import java.util.function.BiFunction;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterOrder;
import org.poterne.readdress.Readdress.State;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** The letters of a change, each written when it is sent, to one of its two addresses. */
@Component
class ReaddressLetters {

    static final String ANNOUNCED = "readdress.announced";
    static final String CONFIRM = "readdress.confirm";
    static final String MADE_OLD = "readdress.made-old";
    static final String MADE_NEW = "readdress.made-new";
    static final String ENDED_OLD = "readdress.ended-old";
    static final String ENDED_NEW = "readdress.ended-new";

    private final Readdresses changes;
    private final ReaddressLinks links;
    private final Accounts accounts;
    private final Tenants tenants;

    ReaddressLetters(Readdresses changes, ReaddressLinks links, Accounts accounts, Tenants tenants) {
        this.changes = changes;
        this.links = links;
        this.accounts = accounts;
        this.tenants = tenants;
    }

    /** To the old address, with the way to say no. */
    Optional<Letter> announced(LetterOrder order) {
        return write(order, State.APPROVED, (change, account) -> {
            var token = links.mint(order.tenant(), ReaddressLink.CANCEL, change);
            var link = tenants.get(order.tenant()).link("/address-change/cancel/open?token=" + token.reveal());
            return words(order, account).announced(account, change, link);
        });
    }

    /** To the new one: nothing happens before somebody shows to read it. */
    Optional<Letter> confirm(LetterOrder order) {
        return write(order, State.APPROVED, (change, account) -> {
            var token = links.mint(order.tenant(), ReaddressLink.CONFIRM, change);
            var link = tenants.get(order.tenant()).link("/address-change/confirm/open?token=" + token.reveal());
            return words(order, account).confirm(change, link);
        });
    }

    Optional<Letter> madeOld(LetterOrder order) {
        return write(
                order, State.MADE, (change, account) -> words(order, account).madeOld(account, change));
    }

    Optional<Letter> madeNew(LetterOrder order) {
        return write(
                order, State.MADE, (change, account) -> words(order, account).madeNew(account, change));
    }

    Optional<Letter> endedOld(LetterOrder order) {
        return ended(order, (change, account) -> words(order, account).endedOld(account, change));
    }

    Optional<Letter> endedNew(LetterOrder order) {
        return ended(order, (change, account) -> words(order, account).endedNew(change));
    }

    private Optional<Letter> ended(LetterOrder order, BiFunction<Readdress, Account, Letter> hand) {
        return write(order, State.CANCELLED, hand).or(() -> write(order, State.DEAD, hand));
    }

    private Optional<Letter> write(LetterOrder order, State state, BiFunction<Readdress, Account, Letter> hand) {
        return changes.find(order.tenant(), order.concerns())
                .filter(change -> change.state() == state)
                .flatMap(change -> accounts.find(order.tenant(), change.account())
                        .filter(Account::isActive)
                        .map(account -> hand.apply(change, account)));
    }

    private ReaddressWords words(LetterOrder order, Account account) {
        return new ReaddressWords(tenants.get(order.tenant()), order.languageFor(account));
    }
}
