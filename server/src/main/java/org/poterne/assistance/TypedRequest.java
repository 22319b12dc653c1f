package org.poterne.assistance;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody typed.
 *
 * @param email at the public form, an address of nobody proven; of a holder's request, the address that is wanted
 */
public record TypedRequest(String name, String email, String establishment, String message) {

    static final TypedRequest NOTHING = new TypedRequest("", "", "", "");

    /** One text, for the seal. */
    String written() {
        return Stream.of(name, email, establishment, message)
                .map(value -> URLEncoder.encode(value, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** What {@link #written} wrote. */
    static TypedRequest read(String written) {
        var values = Arrays.stream(written.split("&", -1))
                .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
                .toList();
        return new TypedRequest(values.get(0), values.get(1), values.get(2), values.get(3));
    }

    /** Never what was typed, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "TypedRequest[redacted]";
    }
}
