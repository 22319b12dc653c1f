package org.poterne.intake;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.poterne.intake.RowRefusal.NameTooLong;
import org.poterne.intake.RowRefusal.UnseenCharacters;

/** A given or family name in the one form it is kept in. */
final class PersonName {

    static final int LONGEST = 100;

    private static final Pattern SPACE = Pattern.compile("\\p{Zs}");

    /** The two joiners are spelling, not disguise, where Persian and the scripts of India write them (RFC 5892 A.1, A.2). */
    private static final Pattern SPELT_JOINER =
            Pattern.compile("(?<=\\p{IsArabic})\\u200C(?=\\p{IsArabic})|(?<=[\\u094D\\u09CD\\u0A4D\\u0ACD\\u0B4D\\u0BCD"
                    + "\\u0C4D\\u0CCD\\u0D4D\\u0DCA])[\\u200C\\u200D]");

    private PersonName() {}

    /** NFC, every kind of space as a plain one, none around. */
    static String tidy(String text) {
        return SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    static Optional<RowRefusal> refusal(ImportColumn column, String tidied) {
        if (SPELT_JOINER.matcher(tidied).replaceAll("").codePoints().anyMatch(UnseenCharacter::is)) {
            return Optional.of(new UnseenCharacters(column, new TypedValue(tidied)));
        }
        var characters = tidied.codePointCount(0, tidied.length());
        return characters > LONGEST ? Optional.of(new NameTooLong(column, characters, LONGEST)) : Optional.empty();
    }
}
