package org.poterne.email;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.poterne.account.Account;
import org.poterne.account.EmailAddress;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterPart;
import org.poterne.courier.LetterPart.Button;
import org.poterne.courier.LetterPart.Fact;
import org.poterne.courier.LetterPart.Facts;
import org.poterne.courier.LetterPart.Note;
import org.poterne.courier.LetterPart.Paragraph;
import org.poterne.courier.LetterTime;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;

/** What the letters of a change say, in one language. */
final class ChangeWords {

    private final Tenant tenant;
    private final Words words;

    ChangeWords(Tenant tenant, Locale language) {
        this.tenant = tenant;
        this.words = tenant.words(language);
    }

    /** Without the holder's name: nobody has proved to read this address, and anybody may have chosen the name. */
    Letter confirm(EmailAddress to, URI link, Instant expires) {
        return new Letter(
                to,
                "",
                words.language(),
                words.say("email.confirm-letter.subject", "house", tenant.name()),
                List.of(
                        new Paragraph(words.say("email.letter.hello")),
                        new Paragraph(words.say("email.confirm-letter.intro", "house", tenant.name())),
                        button(words.say("email.confirm-letter.button"), link),
                        new Paragraph(words.say("email.letter.expiry", "when", when(expires))),
                        new Note(words.say("email.confirm-letter.not-you", "contact", contact()))));
    }

    Letter taken(Account holder) {
        return letter(
                holder,
                holder.email(),
                words.say("email.taken-letter.subject", "house", tenant.name()),
                List.of(
                        new Paragraph(words.say("email.taken-letter.intro", "house", tenant.name())),
                        new Paragraph(words.say("email.taken-letter.was-you")),
                        button(words.say("email.taken-letter.button"), tenant.link("/sign-in")),
                        new Note(words.say("email.taken-letter.not-you", "contact", contact()))));
    }

    Letter asked(Account account, EmailAddress to, Instant at) {
        return letter(
                account,
                to,
                words.say("email.asked-letter.subject", "house", tenant.name()),
                List.of(
                        new Paragraph(words.say("email.asked-letter.intro", "house", tenant.name())),
                        facts(to, at),
                        new Paragraph(words.say("email.asked-letter.was-you")),
                        new Paragraph(words.say("email.asked-letter.not-you", "contact", contact())),
                        button(words.say("email.asked-letter.button"), tenant.link("/recovery"))));
    }

    Letter made(Account account, AddressChange change, URI link, Instant at) {
        return letter(
                account,
                change.from(),
                words.say("email.made-letter.subject", "house", tenant.name()),
                List.of(
                        new Paragraph(words.say("email.made-letter.intro", "house", tenant.name())),
                        facts(change.from(), at),
                        new Paragraph(words.say("email.made-letter.was-you")),
                        new Paragraph(words.say("email.made-letter.not-you", "contact", contact())),
                        button(words.say("email.made-letter.button"), link),
                        new Paragraph(words.say("email.letter.expiry", "when", when(change.expiresAt())))));
    }

    Letter undone(Account account, EmailAddress to, Instant at) {
        return letter(
                account,
                to,
                words.say("email.undone-letter.subject", "house", tenant.name()),
                List.of(
                        new Paragraph(words.say("email.undone-letter.intro", "house", tenant.name())),
                        facts(to, at),
                        new Note(words.say("email.undone-letter.not-you", "contact", contact()))));
    }

    private Letter letter(Account account, EmailAddress to, String subject, List<LetterPart> parts) {
        var greeting = new Paragraph(words.say("email.letter.greeting", "name", account.fullName()));
        var all = Stream.concat(Stream.of(greeting), parts.stream()).toList();
        return new Letter(to, account.fullName(), words.language(), subject, all);
    }

    private Facts facts(EmailAddress address, Instant at) {
        return new Facts(List.of(
                new Fact(words.say("email.letter.address"), address.given()),
                new Fact(words.say("email.letter.when"), when(at))));
    }

    private Button button(String label, URI link) {
        return new Button(label, link, words.say("email.letter.copy-hint"));
    }

    private String when(Instant moment) {
        return LetterTime.say(words, tenant, moment);
    }

    private String contact() {
        return tenant.contact().shown();
    }
}
