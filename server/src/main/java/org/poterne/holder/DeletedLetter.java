package org.poterne.holder;

import java.util.List;
import java.util.Optional;
import org.poterne.account.EmailAddress;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterOrder;
import org.poterne.courier.LetterPart;
import org.poterne.courier.LetterPart.Fact;
import org.poterne.courier.LetterRequests;
import org.poterne.courier.LetterTime;
import org.poterne.courier.LetterWriter;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** "Your account was deleted", to the address it had (NIST SP 800-63B-4 §4.6). It has no name left to greet. */
@Component
class DeletedLetter implements LetterWriter {

    static final String KIND = "holder.account-deleted";

    private final LetterRequests requests;
    private final Tenants tenants;

    DeletedLetter(LetterRequests requests, Tenants tenants) {
        this.requests = requests;
        this.tenants = tenants;
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
        var facts = new LetterPart.Facts(List.of(
                new Fact(words.say("holder.deleted-letter.account"), address.given()),
                new Fact(words.say("holder.deleted-letter.when"), LetterTime.say(words, tenant, order.queuedAt()))));
        return new Letter(
                address,
                "",
                words.language(),
                words.say("holder.deleted-letter.subject", "house", tenant.name()),
                List.of(
                        new LetterPart.Paragraph(words.say("holder.deleted-letter.greeting")),
                        new LetterPart.Paragraph(words.say("holder.deleted-letter.intro", "house", tenant.name())),
                        facts,
                        new LetterPart.Paragraph(words.say("holder.deleted-letter.was-you")),
                        new LetterPart.Paragraph(words.say(
                                "holder.deleted-letter.not-you",
                                "contact",
                                tenant.contact().shown()))));
    }
}
