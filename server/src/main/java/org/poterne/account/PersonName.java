package org.poterne.account;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** A person's name in the one form it is kept in, and what keeps it from being one. */
public final class PersonName {

    /** In code points. */
    public static final int LONGEST = 100;

    private static final Pattern SPACE = Pattern.compile("\\p{Zs}");

    /** The two joiners are spelling, not disguise, where Persian and the scripts of India write them (RFC 5892 A.1, A.2). */
    private static final Pattern SPELT_JOINER =
            Pattern.compile("(?<=\\p{IsArabic})\\u200C(?=\\p{IsArabic})|(?<=[\\u094D\\u09CD\\u0A4D\\u0ACD\\u0B4D\\u0BCD"
                    + "\\u0C4D\\u0CCD\\u0D4D\\u0DCA])[\\u200C\\u200D]");

    private PersonName() {}

    /** NFC, every kind of space as a plain one, none around. */
    public static String tidy(String text) {
        return SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /** Whether it holds what no reader sees: one name could be made to look like another. */
    public static boolean holdsUnseen(String tidied) {
        return SPELT_JOINER.matcher(tidied).replaceAll("").codePoints().anyMatch(UnseenCharacter::is);
    }

    /** Whether it could be one, or a part of one: not too long, and nothing in it that no reader sees. */
    public static boolean isReadable(String tidied) {
        return length(tidied) <= LONGEST && !holdsUnseen(tidied);
    }

    /** In code points. */
    public static int length(String tidied) {
        return tidied.codePointCount(0, tidied.length());
    }
}
