package org.poterne.assistance;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a request is called on the telephone: {@code 4821-7730}. Random: it neither counts requests nor opens any. */
public record RequestNumber(String value) {

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{4}");
    private static final Pattern LOOSE = Pattern.compile("(\\d{4})[\\s\u00a0-]?(\\d{4})");
    private static final SecureRandom RANDOM = new SecureRandom();

    public RequestNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a request's number");
        }
    }

    static RequestNumber fresh() {
        return new RequestNumber("%04d-%04d".formatted(RANDOM.nextInt(10_000), RANDOM.nextInt(10_000)));
    }

    /** Any text of the outside world, with a hyphen, a space or nothing between the two halves. */
    public static Optional<RequestNumber> parse(String text) {
        var halves = LOOSE.matcher(text.strip());
        return halves.matches()
                ? Optional.of(new RequestNumber(halves.group(1) + "-" + halves.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
