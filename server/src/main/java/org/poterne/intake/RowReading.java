package org.poterne.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.poterne.account.EmailAddress;
import org.poterne.account.NewAccount;
import org.poterne.account.PersonName;
import org.poterne.account.Username;
import org.poterne.intake.ImportColumn.Answer;
import org.poterne.intake.ImportColumn.Known;
import org.poterne.intake.RowRefusal.AddressMissing;
import org.poterne.intake.RowRefusal.AnswerMissing;
import org.poterne.intake.RowRefusal.AnswerNotListed;
import org.poterne.intake.RowRefusal.NameTooLong;
import org.poterne.intake.RowRefusal.NamesMissing;
import org.poterne.intake.RowRefusal.NotALanguage;
import org.poterne.intake.RowRefusal.NotAUsername;
import org.poterne.intake.RowRefusal.NotAnAddress;
import org.poterne.intake.RowRefusal.TooManyCells;
import org.poterne.intake.RowRefusal.UnseenCharacters;
import org.poterne.profile.Profile;

/** What a row of the file says: a person, or why not. */
sealed interface RowReading {

    record Person(ImportedPerson person) implements RowReading {}

    record Refused(RowRefusal why) implements RowReading {}

    static RowReading of(ImportColumns columns, List<String> cells) {
        var width = ImportColumns.width(cells);
        if (width > columns.width()) {
            return new Refused(new TooManyCells(width, columns.width()));
        }
        var address = columns.cell(Known.EMAIL, cells);
        if (address.isBlank()) {
            return new Refused(new AddressMissing());
        }
        return EmailAddress.parse(address)
                .map(email -> known(columns, cells, email))
                .orElseGet(() -> new Refused(new NotAnAddress(new TypedValue(address))));
    }

    private static RowReading known(ImportColumns columns, List<String> cells, EmailAddress email) {
        var languages = columns.plan().languages();
        var givenName = PersonName.tidy(columns.cell(Known.GIVEN_NAME, cells));
        var familyName = PersonName.tidy(columns.cell(Known.FAMILY_NAME, cells));
        if (givenName.isEmpty() && familyName.isEmpty()) {
            return new Refused(new NamesMissing());
        }
        var username = columns.cell(Known.USERNAME, cells);
        var language = columns.cell(Known.LANGUAGE, cells).strip();
        return missing(columns, cells)
                .or(() -> textRefusal(Known.GIVEN_NAME, givenName))
                .or(() -> textRefusal(Known.FAMILY_NAME, familyName))
                .or(() -> usernameRefusal(username))
                .or(() -> languageRefusal(languages, language))
                .<RowReading>map(Refused::new)
                .orElseGet(() -> answered(
                        columns,
                        cells,
                        new NewAccount(
                                email, Username.parse(username), givenName, familyName, spoken(languages, language))));
    }

    private static Optional<RowRefusal> missing(ImportColumns columns, List<String> cells) {
        return columns.plan().needed().stream()
                .filter(column -> columns.cell(column, cells).isBlank())
                .sorted()
                .findFirst()
                .map(AnswerMissing::new);
    }

    private static RowReading answered(ImportColumns columns, List<String> cells, NewAccount account) {
        var answers = new LinkedHashMap<String, String>();
        for (var column : columns.plan().answers()) {
            var typed = PersonName.tidy(columns.cell(column, cells));
            var answer = column.field().answer(typed);
            var refusal = answerRefusal(column, typed, answer);
            if (refusal.isPresent()) {
                return new Refused(refusal.get());
            }
            answer.ifPresent(kept -> answers.put(column.field().name(), kept));
        }
        return new Person(new ImportedPerson(account, new Profile(answers)));
    }

    private static Optional<RowRefusal> answerRefusal(Answer column, String typed, Optional<String> answer) {
        if (typed.isEmpty()) {
            return column.field().required() ? Optional.of(new AnswerMissing(column)) : Optional.empty();
        }
        return answer.isEmpty()
                ? Optional.of(new AnswerNotListed(column, new TypedValue(typed)))
                : textRefusal(column, answer.get());
    }

    private static Optional<RowRefusal> usernameRefusal(String username) {
        return username.isBlank() || Username.parse(username).isPresent()
                ? Optional.empty()
                : Optional.of(new NotAUsername(new TypedValue(username)));
    }

    private static Optional<RowRefusal> languageRefusal(Set<Locale> languages, String language) {
        return language.isEmpty() || spoken(languages, language).isPresent()
                ? Optional.empty()
                : Optional.of(new NotALanguage(new TypedValue(language)));
    }

    private static Optional<Locale> spoken(Set<Locale> languages, String language) {
        return languages.stream()
                .filter(spoken -> spoken.toLanguageTag().equalsIgnoreCase(language))
                .findFirst();
    }

    private static Optional<RowRefusal> textRefusal(ImportColumn column, String text) {
        if (PersonName.holdsUnseen(text)) {
            return Optional.of(new UnseenCharacters(column, new TypedValue(text)));
        }
        return PersonName.length(text) > PersonName.LONGEST
                ? Optional.of(new NameTooLong(column, PersonName.length(text), PersonName.LONGEST))
                : Optional.empty();
    }
}
