package org.poterne.intake;

import java.util.List;
import org.poterne.account.EmailAddress;
import org.poterne.account.NewAccount;
import org.poterne.intake.RowRefusal.AddressMissing;
import org.poterne.intake.RowRefusal.NamesMissing;
import org.poterne.intake.RowRefusal.NotAnAddress;
import org.poterne.intake.RowRefusal.TooManyCells;

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
        return PersonName.refusal(ImportColumn.GIVEN_NAME, givenName)
                .or(() -> PersonName.refusal(ImportColumn.FAMILY_NAME, familyName))
                .<RowReading>map(Refused::new)
                .orElseGet(() -> new Person(new NewAccount(email, givenName, familyName)));
    }
}
