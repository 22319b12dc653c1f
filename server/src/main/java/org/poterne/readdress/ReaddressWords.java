package org.poterne.readdress;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.poterne.account.Account;
import org.poterne.courier.Greeting;
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

/** What the letters of a change say, in one language. Neither address is told the other one whole. */
final class ReaddressWords {

    private final Tenant tenant;
    private final Words words;

    ReaddressWords(Tenant tenant, Locale language) {
        this.tenant = tenant;
        this.words = tenant.words(language);
    }

    Letter announced(Account account, Readdress change, URI cancel) {
        return old(
                account,
                change,
                "announced-letter",
                List.of(
                        intro("announced-letter"),
                        facts(change),
                        new Paragraph(words.say("readdress.announced-letter.was-you")),
                        new Paragraph(words.say("readdress.announced-letter.not-you")),
                        button("readdress.announced-letter.button", cancel),
                        contact()));
    }

    Letter confirm(Readdress change, URI link) {
        return fresh(
                change,
                "confirm-letter",
                List.of(
                        new Paragraph(words.say("courier.letter.greeting-nobody")),
                        intro("confirm-letter"),
                        facts(change),
                        button("readdress.confirm-letter.button", link),
                        new Paragraph(words.say("readdress.letter.expiry", "when", when(change.expiresAt()))),
                        new Note(words.say("readdress.confirm-letter.not-you", "contact", shownContact()))));
    }

    Letter madeOld(Account account, Readdress change) {
        return old(account, change, "made-old-letter", List.of(intro("made-old-letter"), contact()));
    }

    Letter madeNew(Account account, Readdress change) {
        return new Letter(
                change.to(),
                Greeting.name(account),
                words.language(),
                subject("made-new-letter"),
                List.of(
                        greeting(account),
                        intro("made-new-letter"),
                        button("readdress.made-new-letter.button", tenant.link("/sign-in")),
                        contact()));
    }

    Letter endedOld(Account account, Readdress change) {
        return old(account, change, "ended-old-letter", List.of(intro("ended-old-letter"), contact()));
    }

    Letter endedNew(Readdress change) {
        return fresh(
                change,
                "ended-new-letter",
                List.of(
                        new Paragraph(words.say("courier.letter.greeting-nobody")),
                        intro("ended-new-letter"),
                        contact()));
    }

    private Letter old(Account account, Readdress change, String which, List<LetterPart> rest) {
        var parts = new ArrayList<LetterPart>();
        parts.add(greeting(account));
        parts.addAll(rest);
        return new Letter(change.from(), Greeting.name(account), words.language(), subject(which), List.copyOf(parts));
    }

    /** Without the holder's name: nobody has proved to read this address. */
    private Letter fresh(Readdress change, String which, List<LetterPart> parts) {
        return new Letter(change.to(), "", words.language(), subject(which), parts);
    }

    private LetterPart greeting(Account account) {
        return Greeting.of(words, "readdress.letter.greeting", account);
    }

    private String subject(String which) {
        return words.say("readdress." + which + ".subject", "house", tenant.name());
    }

    private LetterPart intro(String which) {
        return new Paragraph(words.say("readdress." + which + ".intro", "house", tenant.name()));
    }

    private LetterPart facts(Readdress change) {
        return new Facts(List.of(
                new Fact(words.say("readdress.old"), change.from().masked()),
                new Fact(words.say("readdress.new"), change.to().masked()),
                new Fact(words.say("readdress.due"), when(change.dueAt().orElse(change.expiresAt())))));
    }

    private LetterPart button(String label, URI link) {
        return new Button(words.say(label), link, words.say("readdress.letter.copy-hint"));
    }

    private LetterPart contact() {
        return new Note(words.say("readdress.letter.not-you", "contact", shownContact()));
    }

    private String shownContact() {
        return tenant.contact().shown();
    }

    private String when(Instant moment) {
        return LetterTime.say(words, tenant, moment);
    }
}
