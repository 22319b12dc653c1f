package org.poterne.recovery;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.poterne.account.Account;
import org.poterne.courier.Greeting;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterPart;
import org.poterne.courier.LetterTime;
import org.poterne.tenant.Tenant;

/** What the letter with the link says. */
final class ResetLinkWords {

    private ResetLinkWords() {}

    static Letter letter(Tenant tenant, Account account, Locale language, URI link, Instant expires) {
        var words = tenant.words(language);
        var button = new LetterPart.Button(
                words.say("recovery.letter.button"), link, words.say("recovery.letter.copy-hint"));
        return new Letter(
                account.email(),
                Greeting.name(account),
                words.language(),
                words.say("recovery.letter.subject", "house", tenant.name()),
                List.of(
                        Greeting.of(words, "recovery.letter.greeting", account),
                        new LetterPart.Paragraph(words.say("recovery.letter.intro", "house", tenant.name())),
                        button,
                        new LetterPart.Paragraph(
                                words.say("recovery.letter.expiry", "when", LetterTime.say(words, tenant, expires))),
                        new LetterPart.Note(words.say(
                                "recovery.letter.not-you",
                                "contact",
                                tenant.contact().shown()))));
    }

    /** @param from when the address may be used */
    static Letter notYet(Tenant tenant, Account account, Locale language, Instant from) {
        var words = tenant.words(language);
        return new Letter(
                account.email(),
                Greeting.name(account),
                words.language(),
                words.say("recovery.letter.subject", "house", tenant.name()),
                List.of(
                        Greeting.of(words, "recovery.letter.greeting", account),
                        new LetterPart.Paragraph(words.say(
                                "recovery.letter.not-yet",
                                "house",
                                tenant.name(),
                                "when",
                                LetterTime.say(words, tenant, from))),
                        new LetterPart.Note(words.say(
                                "recovery.letter.not-yet-help",
                                "contact",
                                tenant.contact().shown()))));
    }
}
