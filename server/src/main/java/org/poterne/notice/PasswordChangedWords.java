package org.poterne.notice;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.poterne.account.Account;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterPart;
import org.poterne.courier.LetterPart.Fact;
import org.poterne.courier.LetterTime;
import org.poterne.tenant.Tenant;

/** What the letter after a new password says. */
final class PasswordChangedWords {

    private PasswordChangedWords() {}

    static Letter letter(Tenant tenant, Account account, Locale language, Instant when) {
        var words = tenant.words(language);
        var facts = new LetterPart.Facts(List.of(
                new Fact(
                        words.say("notice.password-changed.account"),
                        account.email().given()),
                new Fact(words.say("notice.password-changed.when"), LetterTime.say(words, tenant, when))));
        var button = new LetterPart.Button(
                words.say("notice.password-changed.button"),
                tenant.link("/recovery"),
                words.say("notice.password-changed.copy-hint"));
        return new Letter(
                account.email(),
                account.fullName(),
                words.language(),
                words.say("notice.password-changed.subject", "house", tenant.name()),
                List.of(
                        new LetterPart.Paragraph(
                                words.say("notice.password-changed.greeting", "name", account.fullName())),
                        new LetterPart.Paragraph(words.say("notice.password-changed.intro", "house", tenant.name())),
                        facts,
                        new LetterPart.Paragraph(words.say("notice.password-changed.was-you")),
                        new LetterPart.Paragraph(words.say(
                                "notice.password-changed.not-you",
                                "contact",
                                tenant.contact().shown())),
                        button));
    }
}
