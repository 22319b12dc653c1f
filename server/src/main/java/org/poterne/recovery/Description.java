package org.poterne.recovery;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.poterne.account.Account;
import org.poterne.profile.Profile;

/**
 * How somebody describes the account that they say is theirs.
 *
 * @param by what the page asked
 * @param identifier as it was typed
 */
record Description(Identifier by, String identifier, Profile profile) {

    /** Held against one account: by the identifier that was asked, whatever else it is known by. */
    boolean names(Account account) {
        return by.isThatOf(account, identifier);
    }

    /** One text, for the seal. */
    String written() {
        return Stream.concat(
                        Stream.of(pair(by.word(), identifier)),
                        profile.answers().entrySet().stream().map(answer -> pair(answer.getKey(), answer.getValue())))
                .collect(Collectors.joining("&"));
    }

    /** What {@link #written} wrote. */
    static Description read(String written) {
        if (written.contains("@")) { // sealed by the version that asked an address alone; in pairs it is encoded
            return new Description(Identifier.E_MAIL, written, new Profile(Map.of()));
        }
        var answers = new LinkedHashMap<String, String>();
        for (var pair : written.split("&", -1)) {
            var sides = pair.split("=", 2);
            answers.put(decoded(sides[0]), decoded(sides[1]));
        }
        var first = answers.pollFirstEntry();
        return new Description(Identifier.named(first.getKey()).orElseThrow(), first.getValue(), new Profile(answers));
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
