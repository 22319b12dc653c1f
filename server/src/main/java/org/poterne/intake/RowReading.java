package org.poterne.intake;

import java.util.List;
import java.util.Optional;
import org.poterne.account.EmailAddress;
import org.poterne.account.NewAccount;
import org.poterne.account.PersonName;
import org.poterne.intake.RowRefusal.AddressMissing;
import org.poterne.intake.RowRefusal.NameTooLong;
import org.poterne.intake.RowRefusal.NamesMissing;
import org.poterne.intake.RowRefusal.NotAnAddress;
import org.poterne.intake.RowRefusal.TooManyCells;
import org.poterne.intake.RowRefusal.UnseenCharacters;

/** What a row of the file says: a person, or why not. */
sealed interface RowReading {

    record Person(NewAccount account) implements RowReading {}

    record Refused(RowRefusal why) implements RowReading {}

    static RowReading of(ImportColumns columns, List<String> cells) {
        var width = ImportColumns.width(cells);
        if (width > columns.width()) {
            return new Refused(new TooManyCells(width, columns.width()));
        }
        var address = columns.cell(ImportColumn.EMAIL, cells);
        if (address.isBlank()) {
            return new Refused(new AddressMissing());
        }
        return EmailAddress.parse(address)
                .map(email -> named(
                        email,
                        PersonName.tidy(columns.cell(ImportColumn.GIVEN_NAME, cells)),
                        PersonName.tidy(columns.cell(ImportColumn.FAMILY_NAME, cells))))
                .orElseGet(() -> new Refused(new NotAnAddress(new TypedValue(address))));
    }

    private static RowReading named(EmailAddress email, String givenName, String familyName) {
        if (givenName.isEmpty() && familyName.isEmpty()) {
            return new Refused(new NamesMissing());
        }
        return nameRefusal(ImportColumn.GIVEN_NAME, givenName)
                .or(() -> nameRefusal(ImportColumn.FAMILY_NAME, familyName))
                .<RowReading>map(Refused::new)
                .orElseGet(() -> new Person(new NewAccount(email, givenName, familyName)));
    }

    private static Optional<RowRefusal> nameRefusal(ImportColumn column, String name) {
        if (PersonName.holdsUnseen(name)) {
            return Optional.of(new UnseenCharacters(column, new TypedValue(name)));
        }
        return PersonName.length(name) > PersonName.LONGEST
                ? Optional.of(new NameTooLong(column, PersonName.length(name), PersonName.LONGEST))
                : Optional.empty();
    }
}
