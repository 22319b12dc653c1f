package org.poterne.registration;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.poterne.account.Account;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterPart;
import org.poterne.courier.LetterPart.Button;
import org.poterne.courier.LetterPart.Note;
import org.poterne.courier.LetterPart.Paragraph;
import org.poterne.courier.LetterTime;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;

/** What the letters of this flow say. */
final class RegistrationWords {

    private final Tenant tenant;
    private final Words words;

    RegistrationWords(Tenant tenant, Locale language) {
        this.tenant = tenant;
        this.words = tenant.words(language);
    }

    /**
     * Nothing that was typed is in it: whoever signs up with somebody else's address would otherwise write to them in the
     * tenant's name (spam by the name field).
     */
    Letter confirm(Account account, URI link, Instant expires, long daysUnconfirmed) {
        return letter(
                account,
                "",
                words.say("registration.confirm-letter.subject", "house", tenant.name()),
                List.of(
                        new Paragraph(words.say("registration.letter.greeting")),
                        new Paragraph(words.say("registration.confirm-letter.intro", "house", tenant.name())),
                        button(words.say("registration.confirm-letter.button"), link),
                        new Paragraph(words.say(
                                "registration.confirm-letter.expiry", "when", LetterTime.say(words, tenant, expires))),
                        new Note(words.say(
                                "registration.confirm-letter.not-you",
                                "days",
                                daysUnconfirmed,
                                "contact",
                                tenant.contact().shown()))));
    }

    Letter accountExists(Account holder) {
        return toHolder(
                holder,
                words.say("registration.exists-letter.subject", "house", tenant.name()),
                words.say("registration.exists-letter.intro", "house", tenant.name()));
    }

    Letter alreadyConfirmed(Account holder) {
        return toHolder(
                holder,
                words.say("registration.confirmed-letter.subject", "house", tenant.name()),
                words.say("registration.confirmed-letter.intro", "house", tenant.name()));
    }

    private Letter toHolder(Account holder, String subject, String intro) {
        return letter(
                holder,
                holder.fullName(),
                subject,
                List.of(
                        new Paragraph(words.say("registration.holder-letter.greeting", "name", holder.fullName())),
                        new Paragraph(intro),
                        button(words.say("registration.holder-letter.sign-in"), tenant.link("/sign-in")),
                        button(words.say("registration.holder-letter.recover"), tenant.link("/recovery")),
                        new Note(words.say(
                                "registration.holder-letter.not-you",
                                "contact",
                                tenant.contact().shown()))));
    }

    private Button button(String label, URI link) {
        return new Button(label, link, words.say("registration.letter.copy-hint"));
    }

    private Letter letter(Account account, String name, String subject, List<LetterPart> parts) {
        return new Letter(account.email(), name, words.language(), subject, parts);
    }
}
