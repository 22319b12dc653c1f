package org.poterne.password;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.poterne.argon2.Argon2Cost;

/**
 * A kept password: PHC string format, {@code $argon2id$v=19$m=19456,t=2,p=1,keyid=cDE$<salt>$<hash>}. The key id names
 * the pepper.
 */
final class PasswordHash {

    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([1-9][0-9]{0,7}),t=([1-9][0-9]{0,3}),p=([1-9][0-9]{0,2}),keyid=([A-Za-z0-9+/]{1,12})\\$([A-Za-z0-9+/]{22,86})\\$([A-Za-z0-9+/]{22,86})");
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

    private final Argon2Cost cost;
    private final String pepper;
    private final byte[] salt;
    private final byte[] hash;

    PasswordHash(Argon2Cost cost, String pepper, byte[] salt, byte[] hash) {
        this.cost = cost;
        this.pepper = pepper;
        this.salt = salt.clone();
        this.hash = hash.clone();
    }

    static Optional<PasswordHash> parse(String phc) {
        var matcher = PHC.matcher(phc);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            var cost = new Argon2Cost(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)));
            var decoder = Base64.getDecoder();
            var hash = new PasswordHash(
                    cost,
                    new String(decoder.decode(matcher.group(4)), StandardCharsets.US_ASCII),
                    decoder.decode(matcher.group(5)),
                    decoder.decode(matcher.group(6)));
            // Base64 leaves bits to spare: only one spelling of a hash is a hash.
            return hash.phc().equals(phc) ? Optional.of(hash) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    String phc() {
        return "$argon2id$v=19$m=%d,t=%d,p=%d,keyid=%s$%s$%s"
                .formatted(
                        cost.memory(),
                        cost.passes(),
                        cost.lanes(),
                        ENCODER.encodeToString(pepper.getBytes(StandardCharsets.US_ASCII)),
                        ENCODER.encodeToString(salt),
                        ENCODER.encodeToString(hash));
    }

    Argon2Cost cost() {
        return cost;
    }

    String pepper() {
        return pepper;
    }

    byte[] salt() {
        return salt.clone();
    }

    byte[] hash() {
        return hash.clone();
    }

    @Override
    public String toString() {
        return "PasswordHash[redacted]";
    }
}
