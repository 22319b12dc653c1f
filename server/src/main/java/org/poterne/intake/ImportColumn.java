package org.poterne.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.poterne.profile.ProfileField;

/** What a column of the file may hold. */
public sealed interface ImportColumn {

    /** For the operator. */
    String words();

    /** What every account has a place for, and the names people give it in the shipped languages. */
    enum Known implements ImportColumn {
        EMAIL(
                "e-mail",
                "e?mail(address|adresse|adres)?|mel|courriel|adresse(e?mail|mel|courriel|electronique)|correo(electronico)?"
                        + "|indirizzoe?mail|(endereco)?(de)?(correioeletronico|e?mail)|البريدالالكتروني"),
        GIVEN_NAME(
                "given name",
                "givenname|firstname|forename|prenoms?|vornamen?|nombre|nome|nomeproprio|voornaam|الاسمالاول"),
        FAMILY_NAME(
                "family name",
                "familyname|lastname|surname|name|nom(defamille)?|nachname|familienname|apellidos?|cognome|apelidos?"
                        + "|achternaam|اسمالعائلة"),
        USERNAME(
                "username",
                "username|login|identifiant|pseudo|nomdutilisateur|benutzername|(nombrede)?usuario|nomeutente"
                        + "|nomedeutilizador|gebruikersnaam|اسمالمستخدم"),
        LANGUAGE("language", "language|langue|lang|sprache|idioma|lingua|taal|اللغة");

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

        private boolean isNamed(String name) {
            return HeaderName.of(field.name()).equals(name);
        }

        private boolean isLabelled(String name) {
            return labels.stream().anyMatch(label -> HeaderName.of(label).equals(name));
        }
    }

    /** A field's own name comes first, so that it can always be written; its words come last, and may be those of another. */
    static Optional<ImportColumn> named(String header, List<Answer> answers) {
        var name = HeaderName.of(header);
        return Stream.<ImportColumn>concat(
                        answers.stream().filter(column -> column.isNamed(name)),
                        Stream.concat(
                                Arrays.stream(Known.values()).filter(column -> column.isCalled(name)),
                                answers.stream().filter(column -> column.isLabelled(name))))
                .findFirst();
    }
}
