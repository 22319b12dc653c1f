package org.poterne.membership;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What its people call an establishment's identifier: {@code 1001}. It stands in addresses and opens nothing. */
public record EstablishmentNumber(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");

    public EstablishmentNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an establishment's number");
        }
    }

    /** Any text of the outside world: 1 to 20 letters, digits and hyphens, whatever their case. */
    public static Optional<EstablishmentNumber> parse(String text) {
        var tidy = text.strip().toUpperCase(Locale.ROOT);
        return FORM.matcher(tidy).matches() ? Optional.of(new EstablishmentNumber(tidy)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
