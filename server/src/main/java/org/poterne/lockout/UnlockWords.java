package org.poterne.lockout;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.poterne.account.Account;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterPart;
import org.poterne.courier.LetterTime;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;

/** What the letters about a lock say. */
final class UnlockWords {

    private UnlockWords() {}

    static Letter withLink(Tenant tenant, Account account, Locale language, URI link, Instant expires) {
        var words = tenant.words(language);
        return letter(
                tenant,
                account,
                words,
                words.say("lockout.letter.subject", "house", tenant.name()),
                List.of(
                        new LetterPart.Paragraph(words.say("lockout.letter.intro", "house", tenant.name())),
                        button(words, "lockout.letter.button", link),
                        new LetterPart.Paragraph(
                                words.say("lockout.letter.expiry", "when", LetterTime.say(words, tenant, expires)))));
    }

    static Letter passwordDead(Tenant tenant, Account account, Locale language) {
        var words = tenant.words(language);
        return letter(
                tenant,
                account,
                words,
                words.say("lockout.dead-letter.subject", "house", tenant.name()),
                List.of(
                        new LetterPart.Paragraph(words.say("lockout.dead-letter.intro", "house", tenant.name())),
                        button(words, "lockout.dead-letter.button", tenant.link("/recovery"))));
    }

    static Letter notLocked(Tenant tenant, Account account, Locale language) {
        var words = tenant.words(language);
        return letter(
                tenant,
                account,
                words,
                words.say("lockout.open-letter.subject", "house", tenant.name()),
                List.of(
                        new LetterPart.Paragraph(words.say("lockout.open-letter.intro", "house", tenant.name())),
                        button(words, "lockout.open-letter.button", tenant.link("/sign-in"))));
    }

    private static LetterPart button(Words words, String label, URI link) {
        return new LetterPart.Button(words.say(label), link, words.say("lockout.letter.copy-hint"));
    }

    private static Letter letter(Tenant tenant, Account account, Words words, String subject, List<LetterPart> middle) {
        var parts = new java.util.ArrayList<LetterPart>();
        parts.add(new LetterPart.Paragraph(words.say("lockout.letter.greeting", "name", account.fullName())));
        parts.addAll(middle);
        parts.add(new LetterPart.Note(
                words.say("lockout.letter.not-you", "contact", tenant.contact().shown())));
        return new Letter(account.email(), account.fullName(), words.language(), subject, List.copyOf(parts));
    }
}
