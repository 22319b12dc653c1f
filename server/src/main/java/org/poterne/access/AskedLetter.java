package org.poterne.access;

import java.util.List;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.courier.Greeting;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterOrder;
import org.poterne.courier.LetterPart;
import org.poterne.courier.LetterWriter;
import org.poterne.membership.Establishment;
import org.poterne.membership.Establishments;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** "Somebody asks for access to your establishment", to those who may answer. Who and what for is on the page, behind the door. */
@Component
class AskedLetter implements LetterWriter {

    static final String KIND = "access.asked";

    private final AccessLetters letters;
    private final AccessRequests requests;
    private final Establishments establishments;
    private final Accounts accounts;
    private final Tenants tenants;

    AskedLetter(
            AccessLetters letters,
            AccessRequests requests,
            Establishments establishments,
            Accounts accounts,
            Tenants tenants) {
        this.letters = letters;
        this.requests = requests;
        this.establishments = establishments;
        this.accounts = accounts;
        this.tenants = tenants;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> write(LetterOrder order) {
        return letters.find(order.tenant(), order.concerns())
                .flatMap(addressed -> accounts.find(order.tenant(), addressed.reader())
                        .filter(Account::isActive)
                        .flatMap(reader -> requests.find(order.tenant(), addressed.request())
                                .filter(request -> request.state() == AccessRequest.State.PENDING)
                                .flatMap(AccessRequest::establishment)
                                .flatMap(asked -> establishments.find(order.tenant(), asked))
                                .map(asked -> letter(order, reader, asked))));
    }

    private Letter letter(LetterOrder order, Account reader, Establishment asked) {
        var tenant = tenants.get(order.tenant());
        var words = tenant.words(order.languageFor(reader));
        return new Letter(
                reader.email(),
                Greeting.name(reader),
                words.language(),
                words.say("access.asked-letter.subject", "establishment", asked.name()),
                List.of(
                        Greeting.of(words, "access.letter.greeting", reader),
                        new LetterPart.Paragraph(words.say("access.asked-letter.intro", "establishment", asked.name())),
                        new LetterPart.Button(
                                words.say("access.asked-letter.button"),
                                tenant.link("/users/" + asked.number()),
                                words.say("access.letter.copy-hint")),
                        new LetterPart.Note(words.say(
                                "access.asked-letter.unknown",
                                "contact",
                                tenant.contact().shown()))));
    }
}
