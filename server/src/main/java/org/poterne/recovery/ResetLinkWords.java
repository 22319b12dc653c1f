package org.poterne.recovery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.poterne.account.Account;
import org.poterne.account.Username;
import org.poterne.courier.Greeting;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterPart;
import org.poterne.courier.LetterTime;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;

/** What the letter with the link says. */
final class ResetLinkWords {

    private ResetLinkWords() {}

    static Letter letter(Tenant tenant, Account account, Locale language, ResetLink link) {
        var words = tenant.words(language);
        var button = new LetterPart.Button(
                words.say("recovery.letter.button"), link.address(), words.say("recovery.letter.copy-hint"));
        var parts = new ArrayList<LetterPart>(List.of(
                Greeting.of(words, "recovery.letter.greeting", account),
                new LetterPart.Paragraph(words.say("recovery.letter.intro", "house", tenant.name()))));
        account.username()
                .filter(_ -> account.isConfirmed())
                .ifPresent(username -> parts.add(username(words, username)));
        parts.add(button);
        parts.add(new LetterPart.Paragraph(
                words.say("recovery.letter.expiry", "when", LetterTime.say(words, tenant, link.expires()))));
        if (link.describedAgain()) {
            parts.add(new LetterPart.Paragraph(words.say("recovery.letter.asked-again")));
        }
        parts.add(new LetterPart.Note(
                words.say("recovery.letter.not-you", "contact", tenant.contact().shown())));
        return new Letter(
                account.email(),
                Greeting.name(account),
                words.language(),
                words.say("recovery.letter.subject", "house", tenant.name()),
                parts);
    }

    /** Whoever forgot it as well reads it here, at the stored address, and nowhere else (RT-15 of the requirements). */
    private static LetterPart username(Words words, Username username) {
        return new LetterPart.Facts(
                List.of(new LetterPart.Fact(words.say("recovery.letter.username"), username.given())));
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
