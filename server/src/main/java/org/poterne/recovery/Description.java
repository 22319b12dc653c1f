package org.poterne.recovery;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.poterne.account.EmailAddress;
import org.poterne.profile.Profile;

/**
 * How somebody describes the account that they say is theirs.
 *
 * @param email as it was typed
 */
record Description(String email, Profile profile) {

    private static final String EMAIL = RecoveryProcedure.E_MAIL;

    Optional<EmailAddress> address() {
        return EmailAddress.parse(email);
    }

    /** One text, for the seal. */
    String written() {
        return Stream.concat(
                        Stream.of(pair(EMAIL, email)),
                        profile.answers().entrySet().stream().map(answer -> pair(answer.getKey(), answer.getValue())))
                .collect(Collectors.joining("&"));
    }

    /** What {@link #written} wrote. */
    static Description read(String written) {
        if (!written.startsWith(EMAIL + "=")) {
            return new Description(written, new Profile(Map.of())); // sealed by the version that asked an address alone
        }
        var answers = new LinkedHashMap<String, String>();
        for (var pair : written.split("&", -1)) {
            var sides = pair.split("=", 2);
            answers.put(decoded(sides[0]), decoded(sides[1]));
        }
        var email = answers.remove(EMAIL);
        return new Description(email == null ? "" : email, new Profile(answers));
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Never what was typed, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "Description[redacted]";
    }
}
