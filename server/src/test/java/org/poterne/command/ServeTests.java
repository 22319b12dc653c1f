package org.poterne.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.poterne.house.ChildHouse;
import org.poterne.house.Mailbox;
import org.poterne.house.Seen;
import tools.jackson.databind.json.JsonMapper;

/** Poterne as an operator meets it: started, refused, stopped and killed. */
class ServeTests {

    private static final Pattern STACK_TRACE = Pattern.compile("\\n\\s+at [a-z]+\\.");

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "POTERNE_BASE_URL, '', POTERNE_BASE_URL is missing",
        "POTERNE_BASE_URL, http://access.example.org, Write an https:// address",
        "POTERNE_BASE_URL, nonsense, Write an https:// address",
        "POTERNE_MAIL_FROM, '', POTERNE_MAIL_FROM is missing",
        "POTERNE_MAIL_FROM, nobody, is not an e-mail address",
        "SPRING_MAIL_HOST, '', SPRING_MAIL_HOST is missing",
        "SPRING_MAIL_PORT, abc, spring.mail.port is wrong",
        "POTERNE_TENANTS, /nowhere/at/all, is not a folder",
        "SPRING_DATASOURCE_URL, jdbc:postgresql://127.0.0.1:1/poterne, Check SPRING_DATASOURCE_URL",
    })
    void aMissingOrWrongSettingIsNamedWithItsRemedy(String setting, String value, String said) {
        try (var house = ChildHouse.serve(folder.resolve("data"), freePort(), Map.of(setting, value))) {
            assertThat(house.exitCode()).isEqualTo(1);
            assertThat(house.err()).contains("Poterne did not start.", said);
            assertThat(house.err() + house.out()).doesNotContainPattern(STACK_TRACE);
        }
    }

    @Test
    void aWrongTenantFileIsRefusedWithFileLineKeyAndRemedy() throws IOException {
        var file = folder.resolve("tenants/gimic/tenant.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "name: GIMIC\nlanguages: [fr]\ncontact: { mail: a@b.example }\npassword:\n  rules: [{ minimum-length: 6 }]\n");
        var settings = Map.of("POTERNE_TENANTS", folder.resolve("tenants").toString());
        try (var house = ChildHouse.serve(folder.resolve("data"), freePort(), settings)) {
            assertThat(house.exitCode()).isEqualTo(1);
            assertThat(house.err())
                    .contains(file + ":5: password.minimum-length: is below 8 characters", "under `exceptions`");
        }
    }

    @Test
    void aPortInUseIsSaid() throws IOException {
        try (var taken = new ServerSocket(0);
                var house = ChildHouse.serve(folder.resolve("data"), taken.getLocalPort())) {
            assertThat(house.exitCode()).isEqualTo(1);
            assertThat(house.err()).contains("Port " + taken.getLocalPort() + " is in use. Choose another: --port N.");
        }
    }

    @Test
    void aKilledServerComesBackWithItsPeopleAndTheLettersItOwed() throws Exception {
        var data = folder.resolve("data");
        var port = freePort();
        var email = "zoe." + port + "@example.org";
        var people = Files.writeString(folder.resolve("people.csv"), "e-mail,nom\n" + email + ",Durand\n");
        var house =
                ChildHouse.serve(data, port, Map.of("SPRING_MAIL_PORT", "1")).open();
        try (var command = ChildHouse.start(
                List.of("accounts", "import", "--tenant", "gimic", "--data", data.toString(), people.toString()),
                Map.of("POTERNE_TENANTS", Path.of("../tenants").toAbsolutePath().toString()),
                port)) {
            assertThat(command.exitCode()).as(command.out() + command.err()).isZero();
        }
        var visitor = house.visitor();
        Seen sent = visitor.submit(visitor.get("/gimic/recovery"), Map.of("email", email));
        assertThat(sent.path()).isEqualTo("/gimic/recovery/sent");
        assertThat(postgresOf(data)).isNotEmpty();
        house.kill();
        Awaitility.await("no PostgreSQL left behind")
                .until(() -> postgresOf(data).isEmpty());

        try (var again = ChildHouse.serve(data, port).open()) {
            var letter = new Mailbox(email).next();
            var owner = again.visitor();
            var saved = owner.submit(
                    owner.get(letter.link()), Map.of("password", "tout neuf", "confirmation", "tout neuf"));
            assertThat(saved.path()).isEqualTo("/gimic/sign-in");
            new Mailbox(email).next();
            owner.get("/gimic/recovery/open%3Ftoken=badlycopied");
            owner.get("/gimic/recovery/open&token=badlycopied");
            for (var line : again.out().lines().toList()) {
                assertThat(new JsonMapper().readTree(line).has("message"))
                        .as(line)
                        .isTrue();
            }
            assertThat(again.out() + again.err())
                    .doesNotContain(email, letter.link().getQuery(), "badlycopied");
            assertThat(again.terminate().exitCode())
                    .as("stopped as asked: SIGTERM")
                    .isEqualTo(143);
        }
        assertThat(postgresOf(data)).isEmpty();
    }

    @Test
    void aKilledDatabaseIsAnsweredKindlyAndComesBackByItself() throws Exception {
        var data = folder.resolve("data");
        try (var house = ChildHouse.serve(data, freePort()).open()) {
            assertThat(house.status("/actuator/health/readiness")).isEqualTo(200);
            var visitor = house.visitor();
            var page = visitor.get("/gimic/recovery");
            var signedIn = house.visitor();
            signedIn.cookies().getCookieStore().add(house.address(), new HttpCookie("session-gimic", "A".repeat(43)));
            assertThat(postgresOf(data)).isNotEmpty();
            postgresOf(data).forEach(ProcessHandle::destroyForcibly);
            var seen = visitor.submit(page, Map.of("email", "nobody@example.org"));
            if (seen.status() != 200) {
                assertThat(seen.status()).as(seen.body()).isEqualTo(503);
                assertThat(seen.header("Retry-After")).isNotEmpty();
                assertThat(seen.body()).doesNotContain("Exception", "org.poterne");
            }
            var home = signedIn.get("/gimic/");
            assertThat(home.status()).as(home.body()).isIn(200, 503);
            assertThat(home.page().select("main h1")).as(home.body()).isNotEmpty();
            assertThat(house.status("/actuator/health/liveness")).isEqualTo(200);
            Awaitility.await("the database again")
                    .atMost(Duration.ofSeconds(60))
                    .until(
                            () -> visitor.submit(visitor.get("/gimic/recovery"), Map.of("email", "nobody@example.org"))
                                    .path(),
                            "/gimic/recovery/sent"::equals);
        }
    }

    /** Processes whose arguments name that folder. */
    private static List<ProcessHandle> postgresOf(Path data) {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> process.info()
                            .arguments()
                            .map(arguments -> List.of(arguments)
                                    .contains(data.resolve("postgres/data").toString()))
                            .orElse(false))
                    .filter(process -> process.info()
                            .command()
                            .filter(name -> name.endsWith("/postgres"))
                            .isPresent())
                    .toList();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
