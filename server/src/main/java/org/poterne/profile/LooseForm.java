package org.poterne.profile;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UScript;
import java.text.Normalizer;
import java.util.Map;
import java.util.Set;

/**
 * A name as it is compared when somebody writes it again: case, accents, spaces, hyphens and apostrophes do not count
 * (RT-14 of the requirements). {@code Jean-Pierre} and {@code jean pierre}, {@code O’Brien} and {@code O'BRIEN},
 * {@code Élise} and {@code Elise} are one. Letters of different alphabets never are.
 *
 * <p>It is as kind as it can be because it decides nothing by itself: what others may know of somebody is no proof of who
 * writes it (ASVS 5.0 6.4.2).
 */
final class LooseForm {

    /** Letters of the Latin alphabet that Unicode does not take apart, as people write them without them. */
    private static final Map<Integer, String> PLAIN = Map.ofEntries(
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ı', "i"));

    /** Where a mark is an accent. Elsewhere, as in か and が, it makes another letter. */
    private static final Set<Integer> ACCENTED =
            Set.of(UScript.LATIN, UScript.GREEK, UScript.CYRILLIC, UScript.ARABIC, UScript.HEBREW, UScript.ARMENIAN);

    private static final String APOSTROPHES = "'’‘ʼʻʹ′`´＇ʾʿ՚׳";
    private static final int TATWEEL = 0x0640; // stretches an Arabic word, and says nothing

    private LooseForm() {}

    /** Two texts are the same answer if, and only if, their loose forms are equal. */
    static String of(String text) {
        var apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var folded = new StringBuilder();
        var accented = true;
        for (var point : Normalizer.normalize(UCharacter.foldCase(apart, true), Normalizer.Form.NFKD)
                .codePoints()
                .toArray()) {
            if (isMark(point)) {
                if (!accented) {
                    folded.appendCodePoint(point);
                }
            } else if (!isPutAside(point)) {
                accented = ACCENTED.contains(UScript.getScript(point));
                folded.append(PLAIN.getOrDefault(point, Character.toString(point)));
            }
        }
        // marks that came together must stand in one order
        return folded.isEmpty() ? apart.strip() : Normalizer.normalize(folded, Normalizer.Form.NFKD);
    }

    private static boolean isMark(int point) {
        return UCharacter.getType(point) == UCharacterCategory.NON_SPACING_MARK;
    }

    private static boolean isPutAside(int point) {
        return switch (UCharacter.getType(point)) {
            case UCharacterCategory.SPACE_SEPARATOR,
                    UCharacterCategory.CONTROL,
                    UCharacterCategory.FORMAT,
                    UCharacterCategory.DASH_PUNCTUATION -> true;
            default -> point == TATWEEL || APOSTROPHES.indexOf(point) >= 0;
        };
    }
}
