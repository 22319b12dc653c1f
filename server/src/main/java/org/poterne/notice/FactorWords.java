package org.poterne.notice;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.poterne.account.Account;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterPart;
import org.poterne.courier.LetterPart.Button;
import org.poterne.courier.LetterPart.Fact;
import org.poterne.courier.LetterPart.Facts;
import org.poterne.courier.LetterPart.Paragraph;
import org.poterne.courier.LetterTime;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;

/** What the letters about second factors say: what, when, and how to undo it. */
final class FactorWords {

    private final Tenant tenant;
    private final Account account;
    private final Words words;
    private final Instant when;

    FactorWords(Tenant tenant, Account account, Locale language, Instant when) {
        this.tenant = tenant;
        this.account = account;
        this.words = tenant.words(language);
        this.when = when;
    }

    Letter bound(String factor) {
        return letter("notice.factor-bound.", List.of(factor(factor)), toFactors(), toRecovery());
    }

    Letter unbound(String factor) {
        return letter("notice.factor-unbound.", List.of(factor(factor)), toFactors(), toRecovery());
    }

    /** Wrong codes are typed behind a right password: that is what must change. */
    Letter locked() {
        return letter("notice.factor-locked.", List.of(), toRecovery());
    }

    /** The passkey is to go, and with it whoever has the other one. */
    Letter cloned() {
        return letter("notice.passkey-cloned.", List.of(), toFactors());
    }

    Letter spent() {
        return letter("notice.recovery-code-spent.", List.of(), toCodes(), toRecovery());
    }

    Letter replaced() {
        return letter("notice.recovery-codes-replaced.", List.of(), toCodes(), toRecovery());
    }

    /** @param stem of its own sentences: subject, intro, was-you, not-you */
    private Letter letter(String stem, List<Fact> own, Button... ways) {
        var facts = Stream.of(
                        List.of(new Fact(
                                words.say("notice.factor.account"),
                                account.email().given())),
                        own,
                        List.of(new Fact(words.say("notice.factor.when"), LetterTime.say(words, tenant, when))))
                .flatMap(List::stream)
                .toList();
        var parts = Stream.<LetterPart>concat(
                        Stream.of(
                                new Paragraph(words.say("notice.factor.greeting", "name", account.fullName())),
                                new Paragraph(words.say(stem + "intro", "house", tenant.name())),
                                new Facts(facts),
                                new Paragraph(words.say(stem + "was-you")),
                                new Paragraph(words.say(
                                        stem + "not-you",
                                        "contact",
                                        tenant.contact().shown()))),
                        Stream.of(ways))
                .toList();
        return new Letter(
                account.email(),
                account.fullName(),
                words.language(),
                words.say(stem + "subject", "house", tenant.name()),
                parts);
    }

    private Fact factor(String name) {
        return new Fact(words.say("notice.factor.which"), words.say(name + ".factor.label"));
    }

    private Button toFactors() {
        return new Button(
                words.say("notice.factor.to-factors"),
                tenant.link("/account/factors"),
                words.say("notice.factor.copy-hint"));
    }

    private Button toCodes() {
        return new Button(
                words.say("notice.factor.to-codes"),
                tenant.link("/account/recoverycode"),
                words.say("notice.factor.copy-hint"));
    }

    private Button toRecovery() {
        return new Button(
                words.say("notice.factor.to-recovery"), tenant.link("/recovery"), words.say("notice.factor.copy-hint"));
    }
}
