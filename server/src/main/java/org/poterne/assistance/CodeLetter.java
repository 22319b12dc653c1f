package org.poterne.assistance;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.courier.Greeting;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterOrder;
import org.poterne.courier.LetterPart.Fact;
import org.poterne.courier.LetterPart.Facts;
import org.poterne.courier.LetterPart.Note;
import org.poterne.courier.LetterPart.Paragraph;
import org.poterne.courier.LetterTime;
import org.poterne.courier.LetterWriter;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The two codes of a request by letter, to the stored address and to no other: whoever says one of them on the telephone reads
 * that mailbox (NIST SP 800-63B-4 §4.2.1.2: issued codes, 24 h by mail).
 */
@Component
public class CodeLetter implements LetterWriter {

    private static final String KIND = "assistance.codes";
    private static final Duration LIFE = Duration.ofHours(24);

    private final Requests requests;
    private final Codes codes;
    private final Accounts accounts;
    private final Tenants tenants;
    private final Owing owing;

    CodeLetter(Requests requests, Codes codes, Accounts accounts, Tenants tenants, Owing owing) {
        this.requests = requests;
        this.codes = codes;
        this.accounts = accounts;
        this.tenants = tenants;
        this.owing = owing;
    }

    /** @return whether it will be sent: not for a request without an account, nor where guesses have used its codes up */
    @Transactional
    public boolean owe(TenantId tenant, AssistanceRequest request) {
        var until = owing.now().plus(LIFE);
        var owed = reader(tenant, request.account()).isPresent() && codes.renew(tenant, request.id(), until);
        if (owed) {
            owing.queue(tenant, KIND, request, until);
        }
        return owed;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Whoever reads a mailbox that proves something: confirmed, and not changed just now. */
    private Optional<Account> reader(TenantId tenant, Optional<AccountId> account) {
        return account.flatMap(id -> accounts.find(tenant, id))
                .filter(Account::isActive)
                .filter(Account::isConfirmed)
                .filter(found -> found.isRecoverable(owing.now()));
    }

    @Override
    public Optional<Letter> write(LetterOrder order) {
        return requests.find(order.tenant(), order.concerns())
                .flatMap(request -> reader(order.tenant(), request.account()))
                .flatMap(account ->
                        codes.of(order.tenant(), order.concerns()).map(pair -> letter(order, account, pair)));
    }

    private Letter letter(LetterOrder order, Account account, CodePair pair) {
        var tenant = tenants.get(order.tenant());
        var words = tenant.words(order.languageFor(account));
        return new Letter(
                account.email(),
                Greeting.name(account),
                words.language(),
                words.say("assistance.codes-letter.subject", "house", tenant.name()),
                List.of(
                        Greeting.of(words, "assistance.letter.greeting", account),
                        new Paragraph(words.say("assistance.codes-letter.intro", "house", tenant.name())),
                        new Facts(List.of(
                                new Fact(words.say("assistance.codes.yours"), pair.callerSays()),
                                new Fact(words.say("assistance.codes.ours"), pair.deskSays()))),
                        new Paragraph(words.say(
                                "assistance.codes-letter.expiry",
                                "when",
                                LetterTime.say(words, tenant, order.staleAt()))),
                        new Paragraph(words.say("assistance.codes.warning")),
                        new Note(words.say(
                                "assistance.codes-letter.not-you",
                                "contact",
                                tenant.contact().shown()))));
    }
}
