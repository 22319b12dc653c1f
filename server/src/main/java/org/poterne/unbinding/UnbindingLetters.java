package org.poterne.unbinding;

import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterOrder;
import org.poterne.tenant.Tenants;
import org.poterne.unbinding.Unbinding.State;
import org.springframework.stereotype.Component;

/** The letters of an unbinding, each written when it is sent, to one of the addresses that are told. */
@Component
class UnbindingLetters {

    static final String ANNOUNCED = "unbinding.announced";
    static final String MADE = "unbinding.made";
    static final String ENDED = "unbinding.ended";

    private final Notices notices;
    private final Unbindings unbindings;
    private final Announcing announcing;
    private final Accounts accounts;
    private final Tenants tenants;

    UnbindingLetters(
            Notices notices, Unbindings unbindings, Announcing announcing, Accounts accounts, Tenants tenants) {
        this.notices = notices;
        this.unbindings = unbindings;
        this.announcing = announcing;
        this.accounts = accounts;
        this.tenants = tenants;
    }

    /** With the way to say no. */
    Optional<Letter> announced(LetterOrder order) {
        return write(order, State.APPROVED, (notice, words) -> {
            var announced = announcing.announce(order.tenant(), notice);
            return words.announced(announced.due(), announced.cancel());
        });
    }

    Optional<Letter> made(LetterOrder order) {
        return write(order, State.MADE, (_, words) -> words.made());
    }

    Optional<Letter> ended(LetterOrder order) {
        return write(order, State.CANCELLED, (_, words) -> words.ended("cancelled"))
                .or(() -> write(order, State.RETURNED, (_, words) -> words.ended("returned")))
                .or(() -> write(order, State.DEAD, (_, words) -> words.ended("dead")));
    }

    private interface Hand {
        Letter write(Notice notice, UnbindingWords words);
    }

    private Optional<Letter> write(LetterOrder order, State state, Hand hand) {
        return notices.find(order.tenant(), order.concerns())
                .flatMap(notice -> unbindings
                        .find(order.tenant(), notice.unbinding())
                        .filter(unbinding -> unbinding.state() == state)
                        .flatMap(unbinding -> accounts.find(order.tenant(), unbinding.account()))
                        .filter(Account::isActive)
                        .map(account -> hand.write(notice, words(order, notice, account))));
    }

    private UnbindingWords words(LetterOrder order, Notice notice, Account account) {
        return new UnbindingWords(tenants.get(order.tenant()), account, notice.to(), order.languageFor(account));
    }
}
