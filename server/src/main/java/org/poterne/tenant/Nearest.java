package org.poterne.tenant;

import java.util.Comparator;
import java.util.List;

/** The remedy for a word that is not one of those allowed. */
final class Nearest {

    private Nearest() {}

    static String suggestion(String written, List<String> allowed) {
        var nearest = allowed.stream().min(Comparator.comparingInt(word -> distance(written, word)));
        var close = nearest.filter(word -> distance(written, word) <= 2);
        return close.map(word -> "Did you mean `" + word + "`?")
                .orElse("Known here: "
                        + String.join(", ", allowed.stream().sorted().toList()) + ".");
    }

    /** Levenshtein's. */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
