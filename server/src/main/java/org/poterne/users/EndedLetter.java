package org.poterne.users;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.courier.Courier;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterOrder;
import org.poterne.courier.LetterPart;
import org.poterne.courier.LetterRequests;
import org.poterne.courier.LetterTime;
import org.poterne.courier.LetterWriter;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** "Your access has ended", to whoever had it. The account may be gone: its address is kept sealed until the letter has left. */
@Component
class EndedLetter implements LetterWriter {

    private static final String KIND = "users.access-ended";
    private static final Duration WORTH_SENDING = Duration.ofDays(2);

    private final LetterRequests requests;
    private final Accounts accounts;
    private final Courier courier;
    private final Tenants tenants;
    private final Clock clock;

    EndedLetter(LetterRequests requests, Accounts accounts, Courier courier, Tenants tenants, Clock clock) {
        this.requests = requests;
        this.accounts = accounts;
        this.courier = courier;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** In the transaction that ends the access, while the account is still there. */
    void owe(TenantId tenant, AccountId id) {
        accounts.find(tenant, id).filter(Account::isConfirmed).ifPresent(account -> {
            var now = clock.instant();
            var language = account.language().orElse(tenants.get(tenant).defaultLanguage());
            var request = requests.begin(tenant, account.email(), WORTH_SENDING);
            courier.queue(new LetterOrder(tenant, KIND, request, language, now, now.plus(WORTH_SENDING)));
        });
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> write(LetterOrder order) {
        return requests.look(order.tenant(), order.concerns()).map(address -> letter(order, address));
    }

    private Letter letter(LetterOrder order, EmailAddress address) {
        var tenant = tenants.get(order.tenant());
        var words = tenant.words(order.language());
        return new Letter(
                address,
                "",
                words.language(),
                words.say("users.ended-letter.subject", "house", tenant.name()),
                List.of(
                        new LetterPart.Paragraph(words.say("courier.letter.greeting-nobody")),
                        new LetterPart.Paragraph(words.say(
                                "users.ended-letter.intro",
                                "house",
                                tenant.name(),
                                "when",
                                LetterTime.say(words, tenant, order.queuedAt()))),
                        new LetterPart.Paragraph(words.say("users.ended-letter.what")),
                        new LetterPart.Note(words.say(
                                "users.ended-letter.not-expected",
                                "contact",
                                tenant.contact().shown()))));
    }
}
