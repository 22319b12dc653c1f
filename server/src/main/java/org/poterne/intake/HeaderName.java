package org.poterne.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The header of a column as it is compared: {@code PRENOM}, {@code Prénom}, {@code pré-nom} are one. */
final class HeaderName {

    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");

    private HeaderName() {}

    /** Case, accents, spaces and hyphens do not matter. */
    static String of(String header) {
        var apart = Normalizer.normalize(header, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return NOT_A_LETTER.matcher(apart).replaceAll("");
    }
}
