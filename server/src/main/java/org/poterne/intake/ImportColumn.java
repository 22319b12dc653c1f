package org.poterne.intake;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column of the file may hold, and the names people give it in English and in French. */
public enum ImportColumn {
    EMAIL("e-mail", "e?mail(address)?|mel|courriel|adresse(e?mail|mel|courriel|electronique)"),
    GIVEN_NAME("given name", "givenname|firstname|forename|prenoms?"),
    FAMILY_NAME("family name", "familyname|lastname|surname|nom(defamille)?");

    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");

    private final String words;
    private final String names;

    ImportColumn(String words, String names) {
        this.words = words;
        this.names = names;
    }

    public String words() {
        return words;
    }

    /** Case, accents, spaces and hyphens do not matter: {@code PRENOM}, {@code Prénom}, {@code Adresse e-mail}. */
    static Optional<ImportColumn> named(String header) {
        var apart = Normalizer.normalize(header, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var name = NOT_A_LETTER.matcher(apart).replaceAll("");
        return Arrays.stream(values())
                .filter(column -> name.matches(column.names))
                .findFirst();
    }
}
