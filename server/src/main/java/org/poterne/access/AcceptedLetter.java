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

/** "You have access to another establishment", to whom it was asked for. */
@Component
class AcceptedLetter implements LetterWriter {

    static final String KIND = "access.accepted";

    private final AccessRequests requests;
    private final Establishments establishments;
    private final Accounts accounts;
    private final Tenants tenants;

    AcceptedLetter(AccessRequests requests, Establishments establishments, Accounts accounts, Tenants tenants) {
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
        return requests.find(order.tenant(), new AccessRequestId(order.concerns()))
                .flatMap(request -> accounts.find(order.tenant(), request.account())
                        .filter(Account::isActive)
                        .flatMap(reader -> request.establishment()
                                .flatMap(given -> establishments.find(order.tenant(), given))
                                .map(given -> letter(order, reader, given))));
    }

    private Letter letter(LetterOrder order, Account reader, Establishment given) {
        var tenant = tenants.get(order.tenant());
        var words = tenant.words(order.languageFor(reader));
        return new Letter(
                reader.email(),
                Greeting.name(reader),
                words.language(),
                words.say("access.accepted-letter.subject", "establishment", given.name()),
                List.of(
                        Greeting.of(words, "access.letter.greeting", reader),
                        new LetterPart.Paragraph(words.say(
                                "access.accepted-letter.intro",
                                "establishment",
                                given.name(),
                                "number",
                                given.number().value())),
                        new LetterPart.Button(
                                words.say("access.accepted-letter.button"),
                                tenant.link("/"),
                                words.say("access.letter.copy-hint")),
                        new LetterPart.Note(words.say(
                                "access.accepted-letter.unknown",
                                "contact",
                                tenant.contact().shown()))));
    }
}
