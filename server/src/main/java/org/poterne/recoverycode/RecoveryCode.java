package org.poterne.recoverycode;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.poterne.password.RawPassword;

/**
 * Eighty random bits as people copy them: sixteen characters of Crockford's alphabet, in groups of four. The first three say which of an
 * account's codes is meant; the thirteen behind them are the secret, 65 bits (NIST SP 800-63B-4 §4.2.1.1: at least 64), so that one
 * hash is compared and not ten.
 */
final class RecoveryCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // no I, L, O, U
    private static final int LENGTH = 16;
    private static final int SELECTOR = 3;
    private static final int LONGEST = 64; // as typed, spaces and all
    private static final Pattern SEPARATOR = Pattern.compile("[\\s\\p{Z}\\p{Pd}]+");
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String characters;

    private RecoveryCode(String characters) {
        this.characters = characters;
    }

    static RecoveryCode fresh() {
        return new RecoveryCode(IntStream.range(0, LENGTH)
                .mapToObj(_ -> String.valueOf(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length()))))
                .collect(Collectors.joining()));
    }

    /** What is no code at all is no guess either. Case, spaces and hyphens do not count, nor which of 0 and O, 1, I and L it is. */
    static Optional<RecoveryCode> parse(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        var characters = SEPARATOR
                .matcher(typed)
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return FORM.matcher(characters).matches() ? Optional.of(new RecoveryCode(characters)) : Optional.empty();
    }

    String selector() {
        return characters.substring(0, SELECTOR);
    }

    RawPassword secret() {
        return new RawPassword(characters.substring(SELECTOR));
    }

    /** For the page that shows it, and for nothing else: {@code 7K2M-Q0RT-3XVB-W9HD}. */
    String reveal() {
        return characters.replaceAll(".{4}(?!$)", "$0-");
    }

    @Override
    public String toString() {
        return "RecoveryCode[redacted]";
    }
}
