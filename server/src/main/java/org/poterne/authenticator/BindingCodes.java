package org.poterne.authenticator;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Two ways to say which account a phone is for: 128 bits behind a link, and 40 bits to type beside one's identifier
 * (63B §4.1.2.2).
 */
final class BindingCodes {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // without I, L, O and U
    private static final int LINK_BYTES = 16;
    private static final int TYPED_SIGNS = 8;
    private static final Pattern LINK = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final Pattern TYPED = Pattern.compile("[" + CROCKFORD + "]{" + TYPED_SIGNS + "}");

    private final String link;
    private final String typed;

    BindingCodes(String link, String typed) {
        this.link = link;
        this.typed = typed;
    }

    static BindingCodes fresh() {
        var secret = new byte[LINK_BYTES];
        RANDOM.nextBytes(secret);
        var typed = new StringBuilder();
        for (var sign = 0; sign < TYPED_SIGNS; sign++) {
            typed.append(CROCKFORD.charAt(RANDOM.nextInt(CROCKFORD.length())));
        }
        return new BindingCodes(Base64.getUrlEncoder().withoutPadding().encodeToString(secret), typed.toString());
    }

    /** For the link, and for nothing else. */
    String link() {
        return link;
    }

    /** For the page, and for nothing else. */
    String typed() {
        return typed;
    }

    static boolean isLink(String text) {
        return LINK.matcher(text).matches();
    }

    /** 128 random bits need no salt (ASVS 6.5.2). */
    static byte[] digest(String link) {
        return DeviceKey.sha256(link.getBytes(StandardCharsets.US_ASCII));
    }

    /** As it was shown, however it was typed: small letters, spaces, hyphens, an O for a zero, an I or an L for a one. */
    static String tidied(String text) {
        return text.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Zs}-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** @param tidied what {@link #tidied} made of it */
    static boolean isTyped(String tidied) {
        return TYPED.matcher(tidied).matches();
    }

    @Override
    public String toString() {
        return "BindingCodes[redacted]";
    }
}
