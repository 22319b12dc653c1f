package org.poterne.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.intake.RowReading.Person;
import org.poterne.intake.RowReading.Refused;
import org.poterne.intake.RowRefusal.AddressMissing;
import org.poterne.intake.RowRefusal.NameTooLong;
import org.poterne.intake.RowRefusal.NamesMissing;
import org.poterne.intake.RowRefusal.NotAnAddress;
import org.poterne.intake.RowRefusal.TooManyCells;
import org.poterne.intake.RowRefusal.UnseenCharacters;

class RowReadingTests {

    private static final ImportColumns COLUMNS =
            ImportColumns.of(List.of("e-mail", "given name", "family name"), ImportPlan.PLAIN, Path.of("people.csv"));

    @Test
    void aNameIsKeptComposedAndWithoutTheSpaceAroundIt() {
        assertThat(names("\u00A0 Zoe\u0308\t", "de\u00A0La Tour")).containsExactly("Zoë", "de La Tour");
    }

    @Test
    void oneNameIsEnough() {
        assertThat(names("Suharto", " ")).containsExactly("Suharto", "");
        assertThat(names("", "Martin")).containsExactly("", "Martin");
        assertThatObject(read("a@x.org", "Suharto")).isInstanceOf(Person.class);
        assertThat(refusal("a@x.org", " ", "\u00A0")).isEqualTo(new NamesMissing());
    }

    @Test
    void aNameHasAtMostOneHundredCharactersHoweverTheyAreCoded() {
        assertThat(names("𠮷".repeat(100), "e\u0301".repeat(100))).containsExactly("𠮷".repeat(100), "é".repeat(100));
        assertThat(refusal("a@x.org", "A", "𠮷".repeat(101)))
                .isEqualTo(new NameTooLong(ImportColumn.Known.FAMILY_NAME, 101, 100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\tb",
                "a\u001Bb",
                "a\u0085b",
                "a\u202Eb",
                "a\u2066b",
                "a\u200Bb",
                "a\u200Db",
                "a\u00ADb",
                "\uFEFFab",
                "ab\u2060",
                "a\u3164b",
                "a\u2800b",
                "a\uFE0Fb",
                "a\u2028b",
                "a\uE000b",
                "a\uDB40\uDC41b"
            })
    void whatCannotBeSeenIsRefusedInEitherName(String name) {
        assertThat(refusal("a@x.org", name, "B")).isInstanceOfSatisfying(UnseenCharacters.class, why -> {
            assertThat(why.column()).isEqualTo(ImportColumn.Known.GIVEN_NAME);
            assertThat(why.value().shown()).contains("\\u{").matches("\\p{ASCII}+");
            assertThat(why.toString()).doesNotContain(name);
        });
        assertThat(refusal("a@x.org", "B", name).reason()).isEqualTo("unseen-characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"علی\u200Cرضا", "क्\u200Dष", "O’Brien", "d'Arc-l\"Été", "Nguyễn", "=1+1", "李", "Владимир"})
    void namesOfTheWorldAreKept(String name) {
        assertThat(names(name, "")).containsExactly(Normalizer.normalize(name, Normalizer.Form.NFC), "");
    }

    @Test
    void anAddressIsRequiredAndChecked() {
        assertThat(refusal(" ", "A", "B")).isEqualTo(new AddressMissing());
        assertThat(refusal("camille@\u202Eexample", "A", "B")).isInstanceOfSatisfying(NotAnAddress.class, why -> {
            assertThat(why.value().shown()).isEqualTo("camille@\\u{202E}example");
            assertThat(why.toString()).doesNotContain("camille");
        });
    }

    @Test
    void aLongValueIsCutWhenShown() {
        assertThat(new TypedValue("𠮷".repeat(81)).shown()).isEqualTo("𠮷".repeat(80) + "…");
    }

    @Test
    void aSeparatorWithoutQuotationMarksIsNotTakenForANameInTheWrongPlace() {
        assertThat(refusal("a@x.org", "Jean", "Dupont", "Martin")).isEqualTo(new TooManyCells(4, 3));
        assertThatObject(read("a@x.org", "Jean", "Dupont", "", " ")).isInstanceOf(Person.class);
    }

    private static List<String> names(String givenName, String familyName) {
        return switch (read("a@x.org", givenName, familyName)) {
            case Person(var person) ->
                List.of(person.account().givenName(), person.account().familyName());
            case Refused(var why) -> throw new AssertionError(why.reason());
        };
    }

    private static RowRefusal refusal(String... cells) {
        return switch (read(cells)) {
            case Person(var person) -> throw new AssertionError(person);
            case Refused(var why) -> why;
        };
    }

    private static RowReading read(String... cells) {
        return RowReading.of(COLUMNS, Arrays.asList(cells));
    }
}
