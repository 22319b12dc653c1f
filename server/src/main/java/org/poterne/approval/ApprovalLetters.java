package org.poterne.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.courier.Courier;
import org.poterne.courier.Greeting;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterOrder;
import org.poterne.courier.LetterPart;
import org.poterne.courier.LetterPart.Fact;
import org.poterne.courier.LetterTime;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Letters to whoever is asked too often, or has said that it was not them (NIST SP 800-63B-4 §4.6). */
@Component
class ApprovalLetters {

    static final String DENIED = "approval.denied";
    static final String SILENCED = "approval.silenced";
    private static final Duration WORTH_SENDING = Duration.ofDays(2);

    private final Courier courier;
    private final Accounts accounts;
    private final Tenants tenants;

    ApprovalLetters(Courier courier, Accounts accounts, Tenants tenants) {
        this.courier = courier;
        this.accounts = accounts;
        this.tenants = tenants;
    }

    @EventListener
    void on(ApprovalDenied event) {
        queue(event.tenant(), DENIED, event.account(), event.at());
    }

    @EventListener
    void on(ApprovalsSilenced event) {
        queue(event.tenant(), SILENCED, event.account(), event.at());
    }

    private void queue(TenantId tenant, String kind, AccountId account, Instant at) {
        courier.queue(new LetterOrder(
                tenant, kind, account.value(), tenants.get(tenant).defaultLanguage(), at, at.plus(WORTH_SENDING)));
    }

    Optional<Letter> denied(LetterOrder order) {
        return letter(order, "approval.denied.");
    }

    Optional<Letter> silenced(LetterOrder order) {
        return letter(order, "approval.silenced.");
    }

    /** @param stem of its words, with its dot */
    private Optional<Letter> letter(LetterOrder order, String stem) {
        return accounts.find(order.tenant(), new AccountId(order.concerns()))
                .filter(Account::isActive)
                .filter(Account::isConfirmed)
                .map(account -> letter(order, stem, account));
    }

    private Letter letter(LetterOrder order, String stem, Account account) {
        var tenant = tenants.get(order.tenant());
        var words = tenant.words(order.languageFor(account));
        return new Letter(
                account.email(),
                Greeting.name(account),
                words.language(),
                words.say(stem + "subject", "house", tenant.name()),
                List.of(
                        Greeting.of(words, "approval.letter.greeting", account),
                        new LetterPart.Paragraph(words.say(stem + "intro", "house", tenant.name())),
                        new LetterPart.Facts(List.of(new Fact(
                                words.say("approval.letter.when"), LetterTime.say(words, tenant, order.queuedAt())))),
                        new LetterPart.Paragraph(words.say(stem + "what-next")),
                        new LetterPart.Button(
                                words.say("approval.letter.button"),
                                tenant.link("/account/authenticators"),
                                words.say("approval.letter.copy-hint")),
                        new LetterPart.Note(words.say(
                                "approval.letter.contact",
                                "contact",
                                tenant.contact().shown()))));
    }
}
