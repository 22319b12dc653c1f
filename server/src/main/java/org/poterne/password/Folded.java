package org.poterne.password;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as it is compared with what others know: case, width, accents and invisible characters put aside, so that {@code
 * MOTDEPASSE}, full-width letters, a decomposed {@code é} or a hidden joiner make no other password of it.
 */
final class Folded {

    private static final Normalizer2 CASE_FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 APART = Normalizer2.getNFDInstance();
    private static final Normalizer2 TOGETHER = Normalizer2.getNFCInstance();
    private static final Pattern ACCENTS = Pattern.compile("[\u0300-\u036f]+");

    private Folded() {}

    static String of(String text) {
        if (text.chars().allMatch(letter -> letter < 0x80)) {
            return text.toLowerCase(Locale.ROOT);
        }
        var folded = CASE_FOLD.normalize(text);
        return TOGETHER.normalize(ACCENTS.matcher(APART.normalize(folded)).replaceAll(""));
    }
}
