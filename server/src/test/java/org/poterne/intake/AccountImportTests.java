package org.poterne.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.poterne.intake.ImportFixture.file;
import static org.poterne.intake.ImportMode.ALL_OR_NOTHING;
import static org.poterne.intake.ImportMode.GOOD_ONES_KEPT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.house.House;
import org.poterne.intake.ImportProgress.Stage;
import org.poterne.intake.ImportReport.RefusedRow;
import org.poterne.intake.RowRefusal.AddressTwice;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountImportTests {

    private static final TenantId GIMIC = new TenantId("gimic");
    private static final TenantId AGORA = new TenantId("agora");
    private static final String HEADER = "e-mail,given name,family name\n";

    private final House house = House.build().start();
    private final AccountImport importer = house.bean(AccountImport.class);

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    void databaseAnswers() {
        assertThat(count()).isZero();
    }

    @BeforeEach
    void nobody() {
        house.bean(JdbcClient.class).sql("truncate account cascade").update();
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyGoodRowBecomesAnActiveAccountOfThatTenant(ImportMode mode) {
        var report = run(
                "Nom;Prénom;Service;Courriel\nMartin;Camille;RH;Camille.Martin@Example.org\n;Noa;;noa@x.org\n", mode);

        assertThat(report).isEqualTo(new ImportReport(2, 0, List.of(), List.of("\"Service\"")));
        var camille = house.bean(Accounts.class).findByEmail(GIMIC, address("camille.martin@example.org"));
        assertThat(camille).hasValueSatisfying(account -> {
            assertThat(account.fullName()).isEqualTo("Camille Martin");
            assertThat(account.email().given()).isEqualTo("Camille.Martin@Example.org");
            assertThat(account.isActive()).isTrue();
        });
        assertThat(house.bean(Accounts.class).findByEmail(AGORA, address("camille.martin@example.org")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void runningTwiceChangesNothing(ImportMode mode) {
        run(HEADER + "a@x.org,Anne,A\nb@x.org,Bo,B\n", mode);
        var before = everything();

        var report = run(HEADER + "A@X.ORG,Another,Name\nb@x.org,Bo,B\n", mode);

        assertThat(report).isEqualTo(new ImportReport(0, 2, List.of(), List.of()));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void badRowsAreReportedByLineAndTheGoodOnesKept() {
        var report =
                run(HEADER + "a@x.org,\"A\nA\",A\nb@x.org,B,\nnot an address,C,C\n,D,D\ne@x.org,,\n", GOOD_ONES_KEPT);

        assertThat(report.added()).isOne();
        assertThat(report.refused())
                .extracting(RefusedRow::line, row -> row.why().reason())
                .containsExactly(
                        tuple(2L, "unseen-characters"),
                        tuple(5L, "not-an-address"),
                        tuple(6L, "address-missing"),
                        tuple(7L, "names-missing"));
        assertThat(count()).isOne();
    }

    @Test
    void theSameAddressLaterInTheFileIsReportedWithTheEarlierLine() {
        var report = run(HEADER + "zoe\u0301@x.org,Zoé,\nb@x.org,B,\nZO\u00C9@X.org,Other,\n", GOOD_ONES_KEPT);

        assertThat(report.refused()).containsExactly(new RefusedRow(4, new AddressTwice(2)));
        assertThat(report.added()).isEqualTo(2);
        assertThat(everything()).noneMatch(row -> row.contains("Other"));
    }

    @Test
    void theSameAddressIsFoundAcrossBatchesAlso() {
        var report = run(HEADER + people(2_500) + "person0@example.org,Again,\n", GOOD_ONES_KEPT);

        assertThat(report.added()).isEqualTo(2_500);
        assertThat(report.refused()).containsExactly(new RefusedRow(2_502, new AddressTwice(2)));
    }

    @Test
    void aSingleBadRowRefusesAllWhenAllOrNothingIsAsked() {
        var report = run(HEADER + people(2_500) + "bad,B,B\n", ALL_OR_NOTHING);

        assertThat(report.added()).isZero();
        assertThat(report.alreadyThere()).isZero();
        assertThat(report.refused()).extracting(RefusedRow::line).containsExactly(2_502L);
        assertThat(count()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatBreaksOffHalfWayAddsNobody(ImportMode mode) {
        var file = file(folder, HEADER + people(2_500));
        append(file, "zoe@x.org,Zo\u00EB,\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(ImportFileRefused.class)
                .isThrownBy(() -> run(file, mode, _ -> {}))
                .withMessageContaining(":2502: ");
        assertThat(count()).isZero();
    }

    @Test
    void aFileThatChangesBetweenCheckingAndAddingIsRolledBackWhole() {
        var file = file(folder, HEADER + people(2_500));
        var grown = new ArrayList<ImportProgress>();

        assertThatExceptionOfType(ImportFileRefused.class)
                .isThrownBy(() -> run(file, ALL_OR_NOTHING, progress -> {
                    if (progress.stage() == Stage.CHECKING && progress.percent() == 100 && grown.isEmpty()) {
                        grown.add(progress);
                        append(file, "bad,B,B\n".getBytes(StandardCharsets.UTF_8));
                    }
                }))
                .withMessageContaining("changed while it was read");
        assertThat(count()).isZero();
    }

    @Test
    void aHundredThousandPeopleAreReadOnceAndAddedOnce() {
        var file = file(folder, HEADER + people(100_000));
        var stages = new ArrayList<Stage>();

        var first = run(file, GOOD_ONES_KEPT, progress -> stages.add(progress.stage()));
        var second = run(file, ALL_OR_NOTHING, _ -> {});

        assertThat(first).isEqualTo(new ImportReport(100_000, 0, List.of(), List.of()));
        assertThat(second).isEqualTo(new ImportReport(0, 100_000, List.of(), List.of()));
        assertThat(count()).isEqualTo(100_000);
        assertThat(house.bean(Accounts.class).findByEmail(GIMIC, address("person99999@example.org")))
                .hasValueSatisfying(account -> assertThat(account.fullName()).isEqualTo("Zoé, 99999 d’Été \"99999\""));
        assertThat(stages).isSorted().contains(Stage.CHECKING, Stage.ADDING);
    }

    @Test
    void noReportOrRefusalPrintsAWholeAddress() {
        var report = run(HEADER + "camille martin@example.org,C,M\n", GOOD_ONES_KEPT);

        assertThat(report.toString()).doesNotContain("example.org");
    }

    private static String people(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "person%1$d@example.org,\"Zoé, %1$d\",\"d’Été \"\"%1$d\"\"\"\n".formatted(number))
                .collect(Collectors.joining());
    }

    private ImportReport run(String text, ImportMode mode) {
        return run(file(folder, text), mode, _ -> {});
    }

    private ImportReport run(Path file, ImportMode mode, Consumer<ImportProgress> progress) {
        return importer.run(GIMIC, file, mode, progress);
    }

    private long count() {
        return house.bean(JdbcClient.class)
                .sql("select count(*) from account")
                .query(Long.class)
                .single();
    }

    private List<String> everything() {
        return house.bean(JdbcClient.class)
                .sql("select account::text from account order by id")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static void append(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmailAddress address(String text) {
        return EmailAddress.parse(text).orElseThrow();
    }
}
