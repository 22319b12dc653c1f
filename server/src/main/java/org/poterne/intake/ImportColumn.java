package org.poterne.intake;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.poterne.profile.ProfileField;

/** What a column of the file may hold. */
public sealed interface ImportColumn {

    /** For the operator. */
    String words();

    /** What every account has a place for, and the names people give it in English and in French. */
    enum Known implements ImportColumn {
        EMAIL("e-mail", "e?mail(address)?|mel|courriel|adresse(e?mail|mel|courriel|electronique)"),
        GIVEN_NAME("given name", "givenname|firstname|forename|prenoms?"),
        FAMILY_NAME("family name", "familyname|lastname|surname|name|nom(defamille)?"),
        USERNAME("username", "username|login|identifiant|pseudo|nomdutilisateur"),
        LANGUAGE("language", "language|langue|lang");

        private final String words;
        private final String names;

        Known(String words, String names) {
            this.words = words;
            this.names = names;
        }

        @Override
        public String words() {
            return words;
        }

        private boolean isCalled(String name) {
            return name.matches(names);
        }
    }

    /**
     * A field that the tenant asks its people.
     *
     * @param labels as the tenant's languages call it
     */
    record Answer(ProfileField field, Set<String> labels) implements ImportColumn {

        @Override
        public String words() {
            return field.name();
        }

        private boolean isCalled(String name) {
            return Stream.concat(Stream.of(field.name()), labels.stream())
                    .anyMatch(label -> folded(label).equals(name));
        }
    }

    /** Case, accents, spaces and hyphens do not matter: {@code PRENOM}, {@code Prénom}, {@code Adresse e-mail}. */
    static Optional<ImportColumn> named(String header, List<Answer> answers) {
        var name = folded(header);
        return Arrays.stream(Known.values())
                .filter(column -> column.isCalled(name))
                .<ImportColumn>map(column -> column)
                .findFirst()
                .or(() -> answers.stream()
                        .filter(column -> column.isCalled(name))
                        .<ImportColumn>map(column -> column)
                        .findFirst());
    }

    private static String folded(String header) {
        return NOT_A_LETTER
                .matcher(Normalizer.normalize(header, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT))
                .replaceAll("");
    }

    Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");
}
