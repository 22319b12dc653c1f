package org.poterne.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTests {
    private static final int NOBODY = 65534;

    @TempDir
    static Path shared;

    private static Path binaries = Path.of("unpacked before all tests");
    private static Path template = Path.of("made before all tests");
    private static Path classPath = Path.of("copied before all tests");

    @TempDir
    Path home;

    private Path folder = Path.of("made before each test");
    private final List<String> told = new ArrayList<>();

    @BeforeAll
    static void unpackOnce() throws IOException {
        PrivateFiles.permit(shared, "rwx--x--x");
        binaries = PackagedBinaries.unpackedIn(shared, new Progress(sentence -> {}));
        template = shared.resolve("postgres");
        EmbeddedPostgres.start(new EmbeddedPostgresSettings(template, Optional.of(binaries), sentence -> {}))
                .close();
        classPath = Files.createDirectory(shared.resolve("classes"));
        PrivateFiles.permit(classPath, "rwxr-xr-x");
        ChildJvm.copyClassPath(classPath);
    }

    @BeforeEach
    void copyTheTemplate() throws IOException {
        PrivateFiles.permit(home, "rwx--x--x");
        folder = home.resolve("postgres");
        ToolRun copy = ToolRun.of(home, List.of("cp", "-a", template.toString(), folder.toString()), "");
        assertThat(copy.succeeded()).as(copy.output()).isTrue();
    }

    @Test
    void theFirstStartCreatesAndTheSecondKeepsTheRows() throws SQLException {
        folder = home.resolve("fresh");
        try (var postgres = start()) {
            assertThat(postgres.firstStart()).isTrue();
            run(postgres, "create table kept (word text)", "insert into kept values ('poterne')");
        }
        try (var postgres = start()) {
            assertThat(postgres.firstStart()).isFalse();
            assertThat(ask(postgres, "select word from kept")).isEqualTo("poterne");
        }
        assertThat(told)
                .anyMatch(sentence -> sentence.matches("made an empty database in \\d+\\.\\d+ s"))
                .anyMatch(sentence -> sentence.matches("started PostgreSQL 18.6 as .+ in \\d+\\.\\d+ s"));
    }

    @Test
    void itIsDurableAndSortsByItsOwnLocale() throws SQLException, IOException {
        try (var postgres = start()) {
            assertThat(ask(postgres, "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres, "show data_checksums")).isEqualTo("on");
            assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(PidFile.in(folder.resolve("data")).orElseThrow().lines().get(4))
                    .as("socket folder")
                    .isBlank();
            assertThat(ask(postgres, """
                    select datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()
                    """)).isEqualTo("b C.UTF-8");
        }
    }

    @Test
    void onlyTheRightPasswordOpensAndOnlyForOneRoleAndOneDatabase() throws SQLException {
        try (var postgres = start()) {
            assertThat(ask(postgres, "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            assertRefused(postgres.jdbcUrl(), postgres.username(), "wrong", "28P01");
            assertRefused(postgres.jdbcUrl(), "postgres", postgres.password(), "28000");
            String otherDatabase = postgres.jdbcUrl().replace("/poterne?", "/postgres?");
            assertRefused(otherDatabase, postgres.username(), postgres.password(), "28000");
        }
    }

    @Test
    void aTypedValueNeverReachesTheServersLog() throws SQLException, IOException {
        try (var postgres = start()) {
            run(
                    postgres,
                    "create table known (address text unique)",
                    "insert into known values ('jean@gimic.example')");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> run(postgres, "insert into known values ('jean@gimic.example')"));
        }
        assertThat(Files.readString(folder.resolve("postgres.log")))
                .contains("duplicate key")
                .doesNotContain("jean");
    }

    @Test
    void killingTheJvmLeavesNoPostgresBehindAndLosesNoAcknowledgedRow() throws Exception {
        ChildJvm child = ChildJvm.start(List.of(), classPath, folder, binaries);
        child.awaitRows(200);
        ProcessHandle postmaster = postmaster();
        int last = child.killAndReadLastAcknowledged();

        if (System.getProperty("os.name").equals("Linux")) {
            await().atMost(30, SECONDS).until(() -> !postmaster.isAlive());
        }
        try (var postgres = start()) {
            assertThat(Integer.parseInt(ask(postgres, "select max(id) from acknowledged")))
                    .isGreaterThanOrEqualTo(Math.max(200, last));
            assertThat(ask(postgres, "select count(*) = max(id) from acknowledged"))
                    .isEqualTo("t");
        }
        await().atMost(30, SECONDS).until(() -> !postmaster.isAlive());
    }

    @Test
    void aPostgresLeftRunningIsStoppedByTheNextStart() throws Exception {
        try (var postgres = start()) {
            run(postgres, "create table kept (word text)", "insert into kept values ('poterne')");
        }
        Path data = folder.toRealPath().resolve("data");
        int port = PostmasterWatch.freePort();
        Process orphan = ToolRun.builder(
                        folder,
                        tools().command(
                                        "postgres",
                                        List.of(
                                                "-D",
                                                data.toString(),
                                                "-c",
                                                "listen_addresses=127.0.0.1",
                                                "-c",
                                                "port=" + port,
                                                "-c",
                                                "unix_socket_directories=")))
                .redirectOutput(home.resolve("orphan.log").toFile())
                .redirectErrorStream(true)
                .start();
        await().atMost(30, SECONDS).until(() -> PidFile.in(data).stream().anyMatch(file -> file.isReady(orphan.pid())));

        try (var postgres = start()) {
            assertThat(ask(postgres, "select word from kept")).isEqualTo("poterne");
        }
        await().atMost(30, SECONDS).until(() -> !orphan.isAlive());
        assertThat(told).anyMatch(sentence -> sentence.contains("left behind"));
    }

    @Test
    void aStalePidBorneByAnotherProcessByNowNeitherStopsThatOneNorBarsTheWay() throws Exception {
        start().close();
        Process bystander = new ProcessBuilder("sleep", "600").start();
        try {
            Path stale = folder.resolve("data/postmaster.pid");
            Files.writeString(stale, bystander.pid() + "\n" + folder + "\n1\n5432\n\n\n\n");
            PrivateFiles.giveTree(stale, owner(folder.resolve("data")));
            try (var postgres = start()) {
                assertThat(ask(postgres, "select 1")).isEqualTo("1");
            }
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void aKilledPostgresComesBackByItselfOnTheSamePortWithItsRows() throws SQLException, IOException {
        try (var postgres = start()) {
            run(postgres, "create table kept (word text)", "insert into kept values ('poterne')");
            String url = postgres.jdbcUrl();
            ProcessHandle first = postmaster();
            first.destroyForcibly();

            await().atMost(60, SECONDS)
                    .ignoreExceptions()
                    .until(() -> postmaster().pid() != first.pid()
                            && ask(postgres, "select word from kept").equals("poterne"));
            assertThat(postgres.jdbcUrl()).isEqualTo(url);
        }
    }

    @Test
    void closingTwiceStopsOnceAndNothingComesBack() throws SQLException, IOException {
        var before = watchers();
        var postgres = start();
        assertThat(watchers()).hasSize(before.size() + 1);
        ProcessHandle postmaster = postmaster();
        postgres.close();
        postgres.close();
        assertThat(postmaster.isAlive()).isFalse();
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
        assertThat(watchers()).isEqualTo(before);
    }

    /** Of this server and of the one that other tests share. */
    private static Set<Thread> watchers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("postgres-watch"))
                .collect(Collectors.toSet());
    }

    @Test
    void aFolderHeldByAnotherPoterneIsRefused() throws Exception {
        ChildJvm child = ChildJvm.start(List.of(), classPath, folder, binaries);
        try {
            child.awaitRows(1);
            assertThatThrownBy(this::start)
                    .isInstanceOf(EmbeddedPostgresFailure.class)
                    .hasMessageContaining("held by another Poterne (process ")
                    .hasMessageContaining("another data folder");
        } finally {
            child.killAndReadLastAcknowledged();
        }
        start().close();
    }

    @Test
    void aFolderHeldInThisVeryJvmIsRefusedAndItsHolderLivesOn() throws SQLException {
        try (var postgres = start()) {
            assertThatThrownBy(this::start).isInstanceOf(EmbeddedPostgresFailure.class);
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void whatAnInterruptedFirstStartLeftIsReplaced() throws IOException, SQLException {
        folder = home.resolve("fresh");
        Files.createDirectories(folder.resolve("bin-18.6.new/bin"));
        Files.writeString(folder.resolve("bin-18.6.new/bin/postgres"), "half");
        Files.createDirectories(folder.resolve("bin-17.1/bin"));
        Files.createDirectories(folder.resolve("data.new/base"));
        Files.writeString(folder.resolve("data.new/PG_VERSION"), "18\n");
        Files.writeString(folder.resolve("password"), "of a database that never was\n");
        Files.writeString(folder.resolve("password.new"), "");

        try (var postgres = EmbeddedPostgres.start(new EmbeddedPostgresSettings(folder, Optional.empty(), told::add))) {
            assertThat(ask(postgres, "show server_version")).startsWith(PackagedBinaries.VERSION);
        }
        assertThat(folder.resolve("data.new")).doesNotExist();
        assertThat(folder.resolve("bin-18.6.new")).doesNotExist();
    }

    @Test
    void aLostPasswordFileIsReplacedByANewPassword() throws IOException, SQLException {
        start().close();
        Files.delete(folder.resolve("password"));
        try (var postgres = start()) {
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void nobodyElseMayWriteAnywhereNorReadThePasswordTheRowsAndTheLog() throws IOException {
        try (var postgres = start()) {
            assertThat(postgres.password()).hasSize(64);
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path path :
                        tree.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                    if (Files.exists(path)) {
                        assertThat(Files.getPosixFilePermissions(path))
                                .as(path.toString())
                                .doesNotContain(PosixFilePermission.OTHERS_WRITE, PosixFilePermission.GROUP_WRITE);
                    }
                }
            }
        }
        assertThat(permissions("data")).isEqualTo("rwx------");
        assertThat(List.of(permissions("password"), permissions("lock"), permissions("postgres.log")))
                .containsOnly("rw-------");
    }

    @Test
    void aDatabaseOfAnotherMajorVersionIsRefusedWithTheWayOn() throws IOException {
        start().close();
        Files.writeString(folder.resolve("data/PG_VERSION"), "17\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(EmbeddedPostgresFailure.class)
                .hasMessageContaining("made by PostgreSQL 17")
                .hasMessageContaining("export");
    }

    @Test
    void aFolderWithoutProgramsIsRefused() {
        assertThatThrownBy(() ->
                        EmbeddedPostgres.start(new EmbeddedPostgresSettings(folder, Optional.of(home), told::add)))
                .isInstanceOf(EmbeddedPostgresFailure.class)
                .hasMessageContaining("no postgres and initdb");
    }

    @Test
    void aServerThatCannotStartSaysWhy() throws IOException {
        start().close();
        Files.writeString(folder.resolve("data/postgresql.conf"), "no_such_setting = 1\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(EmbeddedPostgresFailure.class)
                .hasMessageContaining("no_such_setting");
    }

    @Test
    void rootsPostgresRunsAsNobody() throws IOException {
        Assumptions.assumeTrue(ServerAccount.ourUid() == 0, "not root");
        try (var postgres = start()) {
            assertThat(postgres.firstStart()).isFalse();
            assertThat(Files.getAttribute(Path.of("/proc/" + postmaster().pid()), "unix:uid"))
                    .isEqualTo(NOBODY);
        }
    }

    @Test
    void aHomeClosedToOthersIsServedFromAUserNamespaceOrRefusedWithTheRemedy() throws IOException, SQLException {
        Assumptions.assumeTrue(ServerAccount.ourUid() == 0, "only root needs another account");
        folder = home.resolve("fresh");
        PrivateFiles.permit(home, "rwx------");
        try (var postgres = start()) {
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
            assertThat(told).anyMatch(sentence -> sentence.contains("user namespace"));
        } catch (EmbeddedPostgresFailure withoutNamespaces) {
            assertThat(withoutNamespaces).hasMessageContaining("chmod o+x");
        }
        PrivateFiles.permit(home, "rwx--x--x");
        try (var postgres = start()) {
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void anOrdinaryAccountNeedsNobodyElse() throws Exception {
        Assumptions.assumeTrue(ServerAccount.ourUid() == 0, "the other tests already are an ordinary account's");
        folder = home.resolve("fresh");
        Files.createDirectory(folder);
        PrivateFiles.giveTree(folder, NOBODY);
        ChildJvm child = ChildJvm.start(
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"),
                classPath,
                folder,
                binaries);
        child.awaitRows(10);
        ProcessHandle postmaster = postmaster();
        assertThat(permissions("")).isEqualTo("rwx------");
        child.killAndReadLastAcknowledged();
        await().atMost(30, SECONDS).until(() -> !postmaster.isAlive());
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(new EmbeddedPostgresSettings(folder, Optional.of(binaries), told::add));
    }

    private PostgresTools tools() throws IOException {
        return PostgresTools.find(folder.toRealPath(), Optional.of(binaries), new Progress(told::add));
    }

    private ProcessHandle postmaster() throws IOException {
        return PidFile.in(folder.resolve("data"))
                .flatMap(PidFile::pid)
                .flatMap(ProcessHandle::of)
                .orElseThrow();
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }

    private static int owner(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }

    private static void assertRefused(String url, String role, String password, String state) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(
                        () -> DriverManager.getConnection(url, role, password).close())
                .satisfies(refusal -> assertThat(refusal.getSQLState()).isEqualTo(state));
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
    }

    private static void run(EmbeddedPostgres postgres, String... statements) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String ask(EmbeddedPostgres postgres, String question) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
