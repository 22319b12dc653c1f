package org.poterne.holder;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;

/**
 * A moment as a page says it, in the tenant's zone.
 *
 * @param machine for {@code <time datetime>}
 */
public record PageTime(String shown, String machine) {

    static PageTime of(Words words, Tenant tenant, Instant moment) {
        var there = ZonedDateTime.ofInstant(moment, tenant.zone());
        var format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words.language());
        return new PageTime(format.format(there), there.toOffsetDateTime().toString());
    }

    /** Whose hours they are: "heure d’Europe centrale". */
    static String zone(Words words, Tenant tenant) {
        return tenant.zone().getDisplayName(TextStyle.FULL_STANDALONE, words.language());
    }
}
