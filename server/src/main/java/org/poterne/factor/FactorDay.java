package org.poterne.factor;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;

/**
 * A day as a factor's page says it, in the tenant's zone.
 *
 * @param machine for {@code <time datetime>}
 */
public record FactorDay(String shown, String machine) {

    public static FactorDay of(Words words, Tenant tenant, Instant moment) {
        var day = moment.atZone(tenant.zone()).toLocalDate();
        return new FactorDay(
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(words.language())
                        .format(day),
                day.toString());
    }
}
