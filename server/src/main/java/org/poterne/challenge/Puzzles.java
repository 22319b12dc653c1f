package org.poterne.challenge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.poterne.key.InstallationKey;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/** Makes puzzles, and knows its own again: nothing is kept of one until it is answered. */
@Component
final class Puzzles {

    /** Some 130,000 digests: less than a second of a phone, and not worth a lock of its own (OWASP BOT: "~18 bits"). */
    static final int BITS = 17;

    static final Duration LIFE = Duration.ofMinutes(10);

    private static final int SALT_BYTES = 16;

    private final InstallationKey key;
    private final SpentPuzzles spent;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Puzzles(InstallationKey key, SpentPuzzles spent, Clock clock) {
        this.key = key;
        this.spent = spent;
        this.clock = clock;
    }

    Puzzle issue(TenantId tenant, String action) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return puzzle(tenant, action, encode(salt), clock.instant().plus(LIFE));
    }

    /** Spends the answer, if it is one. */
    boolean isEarned(TenantId tenant, String action, String text) {
        return PuzzleAnswer.parse(text)
                .filter(answer -> isOurs(tenant, action, answer))
                .filter(answer -> answer.expiresAt().isAfter(clock.instant()))
                .filter(PuzzleAnswer::isSolved)
                .filter(answer -> spent.spend(tenant, answer))
                .isPresent();
    }

    private boolean isOurs(TenantId tenant, String action, PuzzleAnswer answer) {
        var signed = signature(tenant, action, answer.salt(), answer.bits(), answer.expiresAt());
        return MessageDigest.isEqual(ascii(signed), ascii(answer.signature()));
    }

    private Puzzle puzzle(TenantId tenant, String action, String salt, Instant expiresAt) {
        var signature = signature(tenant, action, salt, BITS, expiresAt);
        return new Puzzle("%s.%d.%d.%s".formatted(salt, BITS, expiresAt.getEpochSecond(), signature), BITS);
    }

    private String signature(TenantId tenant, String action, String salt, int bits, Instant expiresAt) {
        return encode(key.mac(
                "challenge",
                tenant.value(),
                action,
                salt,
                String.valueOf(bits),
                String.valueOf(expiresAt.getEpochSecond())));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
