package org.poterne.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
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
import org.poterne.courier.LetterPart.Button;
import org.poterne.courier.LetterPart.Fact;
import org.poterne.courier.LetterPart.Facts;
import org.poterne.courier.LetterPart.Note;
import org.poterne.courier.LetterPart.Paragraph;
import org.poterne.courier.LetterWriter;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** The username, to the stored address and nowhere else: no agent reads it out (requirements RT-15). */
@Component
class UsernamesLetter implements LetterWriter {

    private static final String KIND = "desk.usernames";
    private static final Duration WORTH_SENDING = Duration.ofDays(1);

    private final Accounts accounts;
    private final Courier courier;
    private final Tenants tenants;
    private final Clock clock;

    UsernamesLetter(Accounts accounts, Courier courier, Tenants tenants, Clock clock) {
        this.accounts = accounts;
        this.courier = courier;
        this.tenants = tenants;
        this.clock = clock;
    }

    void owe(TenantId tenant, AccountId account) {
        var now = clock.instant();
        var language = tenants.get(tenant).defaultLanguage();
        courier.queue(new LetterOrder(tenant, KIND, account.value(), language, now, now.plus(WORTH_SENDING)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> write(LetterOrder order) {
        return accounts.find(order.tenant(), new AccountId(order.concerns()))
                .filter(Account::isActive)
                .filter(Account::isConfirmed)
                .filter(account -> account.isRecoverable(clock.instant()))
                .map(account -> letter(order, account));
    }

    private Letter letter(LetterOrder order, Account account) {
        var tenant = tenants.get(order.tenant());
        var words = tenant.words(order.languageFor(account));
        var parts = new ArrayList<LetterPart>();
        parts.add(Greeting.of(words, "desk.usernames-letter.greeting", account));
        parts.add(new Paragraph(words.say("desk.usernames-letter.intro", "house", tenant.name())));
        account.username()
                .ifPresentOrElse(
                        username -> parts.add(new Facts(
                                List.of(new Fact(words.say("desk.usernames-letter.username"), username.given())))),
                        () -> parts.add(new Paragraph(words.say("desk.usernames-letter.none"))));
        parts.add(new Button(
                words.say("desk.usernames-letter.button"),
                tenant.link("/sign-in"),
                words.say("desk.usernames-letter.copy-hint")));
        parts.add(new Note(words.say(
                "desk.usernames-letter.not-you", "contact", tenant.contact().shown())));
        return new Letter(
                account.email(),
                Greeting.name(account),
                words.language(),
                words.say("desk.usernames-letter.subject", "house", tenant.name()),
                List.copyOf(parts));
    }
}
