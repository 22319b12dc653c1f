package org.poterne.authenticator;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.UUID;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;

/**
 * A phone on its holder's page.
 *
 * @param used when it last answered; empty when it never did
 */
public record ShownDevice(UUID id, String name, Moment since, Moment used) {

    /**
     * In the tenant's zone.
     *
     * @param machine for {@code <time datetime>}
     */
    public record Moment(String shown, String machine) {

        static final Moment NEVER = new Moment("", "");

        static Moment of(Words words, Tenant tenant, Instant instant) {
            var there = ZonedDateTime.ofInstant(instant, tenant.zone());
            var format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(words.language());
            return new Moment(format.format(there), there.toOffsetDateTime().toString());
        }
    }

    static ShownDevice of(Words words, Tenant tenant, Authenticator device) {
        return new ShownDevice(
                device.id(),
                device.name(),
                Moment.of(words, tenant, device.since()),
                device.usedAt().map(at -> Moment.of(words, tenant, at)).orElse(Moment.NEVER));
    }
}
