package org.poterne.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.poterne.intake.ImportFixture.file;
import static org.poterne.intake.ImportFixture.rows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportFileTests {

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e-mail,given name,family name",
                "Family Name,First name,E-MAIL",
                "nom;prénom;courriel",
                "PRENOM;NOM;Adresse e-mail",
                "pre\u0301nom\tnom de famille\tMél",
                "\uFEFF\"e-mail\";\"prénom\";\"nom\"",
                "\n\n last-name , email , surprise ",
                "\"Nom (d'usage, de naissance)\";Adresse électronique;Prénom"
            })
    void theColumnsAreFoundInAnyOrderLanguageAndSeparator(String header) {
        assertThat(ImportFile.of(file(folder, header + "\n"), ImportPlan.PLAIN)
                        .columns()
                        .places())
                .containsKey(ImportColumn.Known.EMAIL);
    }

    @Test
    void aHeaderAndItsRowsMayUseCommasSemicolonsOrTabs() {
        for (var separator : List.of(",", ";", "\t")) {
            var text = "nom,courriel,prénom\nÉ,e@x.org,\"a,b\"\n".replace(",", separator);

            assertThat(rows(file(folder, text)))
                    .containsExactly(new CsvRows.Row(2, List.of("É", "e@x.org", "a" + separator + "b")));
        }
    }

    @Test
    void theByteOrderMarkIsNoPartOfTheFirstColumn() {
        assertThat(rows(file(folder, "\uFEFFe-mail,nom\na@x.org,A\n"))).hasSize(1);
    }

    @Test
    void otherColumnsAreIgnoredAndNamedOnce() {
        var columns = ImportFile.of(file(folder, "service,e-mail,nom,Bureau\u202E,\n"), ImportPlan.PLAIN)
                .columns();

        assertThat(columns.ignored()).containsExactly("\"service\"", "\"Bureau\\u{202E}\"");
    }

    @Test
    void aFileWithoutAnAddressColumnSaysWhatWasFoundAndWhatToWrite() {
        refusal("nom;prénom;téléphone\nA;B;C\n")
                .hasMessageContaining("no column holds the e-mail")
                .hasMessageContaining("\"nom\", \"prénom\", \"téléphone\"")
                .hasMessageContaining("e-mail,given name,family name");
    }

    @Test
    void aFileWithoutAHeaderTellsNobodysAddress() {
        refusal("camille@example.org,Camille,Martin\n")
                .hasMessageContaining("(an address), \"Camille\"")
                .message()
                .doesNotContain("camille@example.org");
    }

    @Test
    void aFileWithoutAnyNameColumnIsRefused() {
        refusal("e-mail\na@x.org\n").hasMessageContaining("no column holds a name");
    }

    @Test
    void twoColumnsForOneThingAreRefused() {
        refusal("e-mail,courriel,nom\n").hasMessageContaining("two columns hold the e-mail");
    }

    @Test
    void anEmptyOrMissingFileIsRefused() {
        refusal("").hasMessageContaining("is empty");
        refusal("\uFEFF").hasMessageContaining("is empty");
        refusal("\r\n ; ;\r\n").hasMessageContaining("is empty");
        assertThatExceptionOfType(ImportFileRefused.class)
                .isThrownBy(() -> ImportFile.of(folder.resolve("absent.csv"), ImportPlan.PLAIN))
                .withMessageContaining("no such file");
        assertThatExceptionOfType(ImportFileRefused.class).isThrownBy(() -> ImportFile.of(folder, ImportPlan.PLAIN));
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedWithTheirLineAndTheRemedy() {
        var text = "e-mail,nom\r\na@x.org,\"A\r\nA\"\r\nb@x.org,Zo\u00EB\r\n";

        assertThat(rows(file(folder, text))).hasSize(2);
        refusal(text.getBytes(ISO_8859_1)).hasMessageContaining(":4: ").hasMessageContaining("CSV UTF-8");
    }

    @Test
    void bytesThatAreNotUtf8AreFoundFarIntoTheFile() {
        var text = "e-mail,nom\n" + "a@x.org,A\n".repeat(20_000) + "b@x.org,Zo\u00EB\n";

        refusal(text.getBytes(ISO_8859_1)).hasMessageContaining(":20002: ");
    }

    @Test
    void utf16IsNotTakenForAnything() {
        refusal("\uFEFFe-mail,nom\n".getBytes(UTF_16LE)).hasMessageContaining(":1: ");
        refusal("e-mail,nom\n".getBytes(UTF_16LE)).hasMessageContaining(":1: ");
    }

    @Test
    void linesAreThoseOfATextEditorAlsoAfterQuotedLineBreaksAndEmptyRows() {
        var text = "e-mail,nom\n\n\"a@x.org\",\"A\nA\r\nA\"\n,\nb@x.org,B\n\n\n c@x.org , \"C\" \nd@x.org,D";

        assertThat(rows(file(folder, text)).stream().map(CsvRows.Row::line)).containsExactly(3L, 7L, 10L, 11L);
        assertThat(rows(file(folder, text.replace("\r\n", "\n").replace("\n", "\r\n"))).stream()
                        .map(CsvRows.Row::line))
                .containsExactly(3L, 7L, 10L, 11L);
    }

    @Test
    void quotationMarksThatDoNotMatchAreRefusedWhereTheRowBegins() {
        refusal("e-mail,nom\na@x.org,A\nb@x.org,\"B\n\n").hasMessageContaining(":3: ");
        refusal("e-mail,nom\na@x.org,A\nb@x.org,\"B\" C\n").hasMessageContaining(":3: ");
    }

    @Test
    void anOpenQuotationMarkDoesNotBringTheWholeFileIntoMemory() {
        refusal("e-mail,nom\na@x.org,\"A\n" + "b@x.org,B\n".repeat(50_000))
                .hasMessageContaining(":2: ")
                .hasMessageContaining("never closed");
        refusal("e-mail,\"nom\n" + "b@x.org,B\n".repeat(50_000)).hasMessageContaining(":1: ");
    }

    @Test
    void progressGrowsToTheWholeFile() {
        var seen = new ArrayList<ImportProgress>();
        var source = ImportFile.of(file(folder, "e-mail,nom\n" + "a@x.org,A\n".repeat(5_500)), ImportPlan.PLAIN);

        source.forEachRow(ImportProgress.Stage.ADDING, seen::add, _ -> {});

        assertThat(seen).hasSize(6).isSortedAccordingTo(Comparator.comparingInt(ImportProgress::percent));
        assertThat(seen.getLast()).isEqualTo(new ImportProgress(ImportProgress.Stage.ADDING, 5_500, 55_011, 55_011));
        assertThat(seen.getLast().percent()).isEqualTo(100);
    }

    private AbstractThrowableAssert<?, ?> refusal(String text) {
        return refusal(text.getBytes(UTF_8));
    }

    private AbstractThrowableAssert<?, ?> refusal(byte[] bytes) {
        var file = file(folder, bytes);
        return assertThatThrownBy(() -> rows(file))
                .isInstanceOf(ImportFileRefused.class)
                .hasMessageContaining(file.toString());
    }
}
