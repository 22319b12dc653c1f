package org.poterne.guide;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** What somebody looks for, freed of all that a keyboard in haste leaves out: accents, case, apostrophes, hyphens. */
record Search(List<String> words) {

    private static final Normalizer2 FOLDED = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 TAKEN_APART = Normalizer2.getNFDInstance();
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\u0640]+");
    private static final Pattern HYPHENS = Pattern.compile("\\p{Pd}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    static Search of(String typed) {
        return new Search(Arrays.stream(folded(typed).split(" "))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList());
    }

    /** Those where every word stands somewhere; first those that have them in their titles. */
    List<Topic> in(List<Topic> topics) {
        return topics.stream()
                .filter(topic -> isIn(topic.text()))
                .sorted(Comparator.comparingInt(topic -> isIn(topic.title()) ? 0 : 1))
                .toList();
    }

    private boolean isIn(String text) {
        var folded = folded(text);
        return !words.isEmpty() && words.stream().allMatch(folded::contains);
    }

    private static String folded(String text) {
        var bare = MARKS.matcher(TAKEN_APART.normalize(FOLDED.normalize(text))).replaceAll("");
        var letters =
                bare.replace("œ", "oe").replace("æ", "ae").replace("ى", "ي").replace("ة", "ه");
        return BETWEEN_WORDS.matcher(HYPHENS.matcher(letters).replaceAll("")).replaceAll(" ");
    }
}
