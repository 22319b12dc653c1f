package org.poterne.unbinding;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.poterne.account.Account;
import org.poterne.account.EmailAddress;
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

/** What the letters of an unbinding say, in one language. */
final class UnbindingWords {

    private final Tenant tenant;
    private final Account account;
    private final EmailAddress to;
    private final Words words;

    UnbindingWords(Tenant tenant, Account account, EmailAddress to, Locale language) {
        this.tenant = tenant;
        this.account = account;
        this.to = to;
        this.words = tenant.words(language);
    }

    Letter announced(Instant due, URI cancel) {
        return letter(
                "announced-letter",
                intro("announced-letter"),
                new Facts(List.of(new Fact(words.say("unbinding.due"), LetterTime.say(words, tenant, due)))),
                new Paragraph(words.say("unbinding.announced-letter.was-you")),
                new Paragraph(words.say("unbinding.announced-letter.not-you")),
                button("unbinding.announced-letter.button", cancel),
                contact());
    }

    Letter made() {
        return letter(
                "made-letter",
                intro("made-letter"),
                button("unbinding.made-letter.button", tenant.link("/sign-in")),
                new Paragraph(words.say("unbinding.made-letter.not-you")),
                contact());
    }

    /** @param why of its own sentence: {@code cancelled}, {@code returned}, {@code dead} */
    Letter ended(String why) {
        return letter(
                "ended-letter",
                intro("ended-letter"),
                new Paragraph(words.say("unbinding.ended-letter." + why)),
                contact());
    }

    private Letter letter(String which, LetterPart... parts) {
        var all = new ArrayList<LetterPart>();
        all.add(Greeting.of(words, "unbinding.letter.greeting", account));
        all.addAll(List.of(parts));
        var subject = words.say("unbinding." + which + ".subject", "house", tenant.name());
        return new Letter(to, Greeting.name(account), words.language(), subject, List.copyOf(all));
    }

    private LetterPart intro(String which) {
        return new Paragraph(words.say("unbinding." + which + ".intro", "house", tenant.name()));
    }

    private LetterPart button(String label, URI link) {
        return new Button(words.say(label), link, words.say("unbinding.letter.copy-hint"));
    }

    private LetterPart contact() {
        return new Note(words.say(
                "unbinding.letter.not-you", "contact", tenant.contact().shown()));
    }
}
