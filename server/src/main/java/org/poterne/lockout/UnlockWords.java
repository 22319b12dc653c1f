package org.poterne.lockout;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.poterne.account.Account;
import org.poterne.courier.Greeting;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterPart;
import org.poterne.courier.LetterPart.Note;
import org.poterne.courier.LetterPart.Paragraph;
import org.poterne.courier.LetterTime;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;

/** What the letters about a lock say. */
final class UnlockWords {

    private UnlockWords() {}

    static Letter withLink(Tenant tenant, Account account, Locale language, URI link, Instant expires) {
        var words = tenant.words(language);
        return letter(
                account,
                words,
                words.say("lockout.letter.subject", "house", tenant.name()),
                new Paragraph(words.say("lockout.letter.intro", "house", tenant.name())),
                button(words, "lockout.letter.button", link),
                new Paragraph(words.say("lockout.letter.expiry", "when", LetterTime.say(words, tenant, expires))),
                new Note(words.say(
                        "lockout.letter.not-you", "contact", tenant.contact().shown())));
    }

    static Letter passwordDead(Tenant tenant, Account account, Locale language) {
        var words = tenant.words(language);
        return letter(
                account,
                words,
                words.say("lockout.dead-letter.subject", "house", tenant.name()),
                new Paragraph(words.say("lockout.dead-letter.intro", "house", tenant.name())),
                button(words, "lockout.dead-letter.button", tenant.link("/recovery")),
                new Note(words.say(
                        "lockout.letter.not-you", "contact", tenant.contact().shown())));
    }

    static Letter notLocked(Tenant tenant, Account account, Locale language) {
        var words = tenant.words(language);
        return letter(
                account,
                words,
                words.say("lockout.open-letter.subject", "house", tenant.name()),
                new Paragraph(words.say("lockout.open-letter.intro", "house", tenant.name())),
                button(words, "lockout.open-letter.button", tenant.link("/sign-in")),
                new Note(words.say(
                        "lockout.open-letter.not-you",
                        "contact",
                        tenant.contact().shown())));
    }

    private static LetterPart button(Words words, String label, URI link) {
        return new LetterPart.Button(words.say(label), link, words.say("lockout.letter.copy-hint"));
    }

    private static Letter letter(Account account, Words words, String subject, LetterPart... rest) {
        var parts = new ArrayList<LetterPart>();
        parts.add(Greeting.of(words, "lockout.letter.greeting", account));
        parts.addAll(List.of(rest));
        return new Letter(account.email(), Greeting.name(account), words.language(), subject, List.copyOf(parts));
    }
}
