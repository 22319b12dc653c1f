package org.poterne.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;

/**
 * A moment as the desk says it, in the tenant's zone.
 *
 * @param machine for {@code <time datetime>}
 */
public record ShownTime(String shown, String machine) {

    static ShownTime of(Words words, Tenant tenant, Instant moment) {
        var there = ZonedDateTime.ofInstant(moment, tenant.zone());
        var format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words.language());
        return new ShownTime(format.format(there), there.toOffsetDateTime().toString());
    }

    /** How long somebody has been waiting, coarsely. */
    static String age(Words words, Duration waited) {
        if (waited.toDays() > 0) {
            return words.say("desk.age.days", "count", waited.toDays());
        }
        return waited.toHours() > 0
                ? words.say("desk.age.hours", "count", waited.toHours())
                : words.say("desk.age.minutes", "count", Math.max(0, waited.toMinutes()));
    }
}
