package org.poterne.challenge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.poterne.challenge.Admission.Admitted;
import org.poterne.challenge.Admission.TooMany;
import org.poterne.key.InstallationKey;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.Budget;
import org.poterne.throttle.ClientAddress;
import org.poterne.throttle.Spending.Exhausted;
import org.poterne.throttle.Spending.Granted;
import org.poterne.throttle.Throttle;
import org.springframework.stereotype.Component;

/**
 * Decides how freely an address may ask. A browser that has worked on this page's puzzle is counted widely; whatever else
 * comes, an old browser, a reader without JavaScript or a program, is let in too, but seldom. No puzzle gives a place back
 * (CA-1; LTB #763), and nothing here knows whether an account exists (CA-6).
 */
@Component
public final class ChallengeGate {

    /** Some 130,000 digests: less than a second of a phone, and not worth a lock of its own (OWASP BOT: "~18 bits"). */
    static final int BITS = 17;

    static final Duration LIFE = Duration.ofMinutes(10);

    private static final int SALT_BYTES = 16;
    private static final int WIDE = 60;
    private static final int NARROW = 5;
    private static final Duration HOUR = Duration.ofHours(1);

    private final InstallationKey key;
    private final SpentPuzzles spent;
    private final Throttle throttle;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ChallengeGate(InstallationKey key, SpentPuzzles spent, Throttle throttle, Clock clock) {
        this.key = key;
        this.spent = spent;
        this.throttle = throttle;
        this.clock = clock;
    }

    /**
     * A fresh puzzle, good for this tenant and action. It costs one signature, so any page may carry one.
     *
     * @param action a name of ours, never a typed value: {@code sign-up}
     */
    public Puzzle issue(TenantId tenant, String action) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return puzzle(tenant, action, encode(salt), BITS, clock.instant().plus(LIFE));
    }

    /**
     * Spends the answer and a place. Call it outside any transaction: what is spent must stay so whatever follows.
     *
     * @param answer as it was posted, good or not
     */
    public Admission admit(TenantId tenant, String action, String answer, ClientAddress from) {
        var budget = isEarned(tenant, action, answer)
                ? new Budget("challenge met: " + action, WIDE, HOUR)
                : new Budget("challenge not met: " + action, NARROW, HOUR);
        return switch (throttle.spend(tenant, budget, from.value())) {
            case Granted() -> new Admitted();
            case Exhausted(var pause) -> new TooMany(pause);
        };
    }

    private boolean isEarned(TenantId tenant, String action, String text) {
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

    private Puzzle puzzle(TenantId tenant, String action, String salt, int bits, Instant expiresAt) {
        var signature = signature(tenant, action, salt, bits, expiresAt);
        return new Puzzle("%s.%d.%d.%s".formatted(salt, bits, expiresAt.getEpochSecond(), signature), bits);
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
