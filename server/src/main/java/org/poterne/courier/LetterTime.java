package org.poterne.courier;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;

/** A moment as a letter says it: the day, the hour, and whose hour it is, since letters travel. */
public final class LetterTime {

    private LetterTime() {}

    public static String say(Words words, Tenant tenant, Instant moment) {
        var language = words.language();
        var there = moment.atZone(tenant.zone());
        return words.say(
                "courier.letter.when",
                "day",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(language)
                        .format(there),
                "time",
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(language)
                        .format(there),
                "zone",
                tenant.zone().getDisplayName(TextStyle.FULL_STANDALONE, language));
    }
}
