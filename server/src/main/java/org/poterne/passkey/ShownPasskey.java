package org.poterne.passkey;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.poterne.tenant.Tenant;
import org.poterne.words.Words;

/**
 * A passkey in words.
 *
 * @param place where the key is, said
 */
public record ShownPasskey(PasskeyId id, String name, Moment created, Optional<Moment> used, String place) {

    /** @param machine for {@code <time datetime>} */
    public record Moment(String shown, String machine) {}

    static ShownPasskey of(Words words, Tenant tenant, Passkey passkey) {
        return new ShownPasskey(
                passkey.id(),
                passkey.name(),
                moment(words, tenant, passkey.createdAt()),
                passkey.usedAt().map(used -> moment(words, tenant, used)),
                words.say("passkey.place." + passkey.place().name().toLowerCase(Locale.ROOT)));
    }

    private static Moment moment(Words words, Tenant tenant, Instant at) {
        var there = ZonedDateTime.ofInstant(at, tenant.zone());
        var format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words.language());
        return new Moment(format.format(there), there.toOffsetDateTime().toString());
    }
}
