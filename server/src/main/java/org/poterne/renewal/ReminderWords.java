package org.poterne.renewal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.poterne.account.Account;
import org.poterne.courier.Greeting;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterPart;
import org.poterne.courier.LetterPart.Button;
import org.poterne.courier.LetterPart.Fact;
import org.poterne.courier.LetterPart.Facts;
import org.poterne.courier.LetterPart.Paragraph;
import org.poterne.courier.LetterTime;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;

/** What the letter says: when, how to change it, and what comes after. */
record ReminderWords(Tenant tenant, Words words) {

    Letter letter(Account account, Instant expiry, Instant now) {
        var days = days(now, expiry);
        var intro = words.say("renewal.reminder.intro", "house", tenant.name(), "days", days);
        return new Letter(
                account.email(),
                Greeting.name(account),
                words.language(),
                words.say("renewal.reminder.subject", "house", tenant.name(), "days", days),
                Stream.of(
                                List.of(
                                        Greeting.of(words, "renewal.reminder.greeting", account),
                                        new Paragraph(intro),
                                        facts(account, expiry),
                                        button()),
                                ownWay(),
                                List.<LetterPart>of(
                                        new Paragraph(words.say(
                                                "renewal.reminder.forgotten",
                                                "link",
                                                tenant.link("/recovery").toString())),
                                        new Paragraph(words.say("renewal.reminder.after"))))
                        .flatMap(List::stream)
                        .toList());
    }

    private Facts facts(Account account, Instant expiry) {
        return new Facts(List.of(
                new Fact(words.say("renewal.reminder.account"), account.email().given()),
                new Fact(words.say("renewal.reminder.expires"), LetterTime.say(words, tenant, expiry))));
    }

    private Button button() {
        return new Button(
                words.say("renewal.reminder.button"),
                tenant.link("/account/password"),
                words.say("renewal.reminder.copy-hint"));
    }

    /** Where a tenant has another way, it says so in its own words: an authenticator, a counter. */
    private List<LetterPart> ownWay() {
        return words.knows("renewal.reminder.own-way")
                ? List.of(new Paragraph(words.say("renewal.reminder.own-way")))
                : List.of();
    }

    /** As a calendar counts: "tomorrow" is tomorrow there. */
    private long days(Instant now, Instant expiry) {
        return ChronoUnit.DAYS.between(
                now.atZone(tenant.zone()).toLocalDate(),
                expiry.atZone(tenant.zone()).toLocalDate());
    }
}
