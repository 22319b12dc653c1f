package org.poterne.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.command.StartRefusedTests.postgresOf;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poterne.house.ScriptedSmtp;
import tools.jackson.databind.json.JsonMapper;

/** A served Poterne and what befalls a process: SIGTERM, SIGKILL, a database that dies under it. */
class ServeTests {

    private static final String EMAIL = "camille.martin@example.org";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @TempDir
    static Path shared = Path.of("");

    private final Path data = shared.resolve("data");
    private Map<String, String> settings = Map.of();

    @BeforeEach
    void goodSettings() throws IOException {
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwx--x--x"));
        settings = ChildPoterne.good(data);
        settings.remove("POTERNE_POSTGRES_BINARIES"); // as it comes: it unpacks its own
    }

    @Test
    void aKilledServerLosesNoAccountAndNoLetterAndLeavesNoPostgresBehind() throws IOException {
        var people = Files.writeString(
                shared.resolve("people.csv"), "e-mail,given name,family name\n" + EMAIL + ",Camille,Martin\n");
        try (var smtp = new ScriptedSmtp()) {
            settings.put("SPRING_MAIL_PORT", String.valueOf(smtp.port()));
            smtp.goDown();
            try (var server = ChildPoterne.start(settings, "serve").whenOpen()) {
                try (var tool =
                        ChildPoterne.start(settings, "accounts", "import", "--tenant", "gimic", people.toString())) {
                    assertThat(tool.exitCode()).as(tool.said()).isZero();
                }
                askForALetter(server);
                Awaitility.await().until(() -> server.said().contains("waits PT"));
                server.tryGet("/gimic/recovery/open%3Ftoken=badlycopied");
                server.tryGet("/gimic/recovery/open&token=badlycopied");
                server.kill();
                Awaitility.await()
                        .atMost(Duration.ofSeconds(15))
                        .until(() -> postgresOf(data).isEmpty());
                assertThat(server.said()).doesNotContain("camille", EMAIL, "badlycopied");
                var json = JsonMapper.builder().build();
                assertThat(server.said().lines())
                        .allSatisfy(line -> assertThat(
                                        json.readTree(line).path("message").asString())
                                .isNotEmpty());
            }
            smtp.comeBack();
            try (var server = ChildPoterne.start(settings, "serve").whenOpen()) {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> !smtp.received(EMAIL).isEmpty());
                assertThat(server.said()).doesNotContain(EMAIL);
            }
            assertThat(smtp.received(EMAIL)).hasSize(1);
            assertThat(postgresOf(data)).isEmpty();
        }
    }

    @Test
    void aRequestInFlightEndsBeforeTheServerDoes() throws Exception {
        try (var server = ChildPoterne.start(settings, "serve").whenOpen();
                var slow = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.port())) {
            slow.setSoTimeout(30_000);
            token(server, new CookieManager()); // the first page of a server takes longest
            var body = "email=ada%40example.org";
            say(
                    slow,
                    "POST /gimic/recovery HTTP/1.1\r\nHost: access.example.org\r\nConnection: close\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                            + "\r\nExpect: 100-continue\r\n\r\n");
            assertThat(head(slow)).as("it is being read").startsWith("HTTP/1.1 100");
            say(slow, body.substring(0, 5));
            Thread.sleep(500);
            server.terminate();
            Thread.sleep(500);
            say(slow, body.substring(5));
            var answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 403").contains("</html>"); // whole; the form had no token
            assertThat(server.exitCode()).isIn(0, 143);
            assertThat(postgresOf(data)).isEmpty();
        }
    }

    @Test
    void aKilledPostgresIsAnsweredKindlyAndComesBackByItself() {
        try (var server = ChildPoterne.start(settings, "serve").whenOpen()) {
            var postmaster = postgresOf(data).stream()
                    .filter(process -> process.parent()
                            .map(parent -> parent.equals(server.handle()))
                            .orElse(false))
                    .findFirst()
                    .orElseThrow();
            var cookies = new CookieManager();
            var token = token(server, cookies);
            postmaster.destroyForcibly();
            var answers = Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> post(server, cookies, token), answer -> {
                        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "postgresql");
                        if (answer.statusCode() == 503) {
                            assertThat(answer.headers().firstValue("Retry-After"))
                                    .hasValue("5");
                            assertThat(answer.body()).contains("</html>");
                        }
                        assertThat(answer.statusCode()).isIn(303, 503);
                        return answer.statusCode() == 303;
                    });
            assertThat(answers.headers().firstValue("Location").orElse("")).contains("/gimic/recovery/sent");
            assertThat(server.handle().isAlive()).isTrue();
        }
    }

    /** As {@code ./poterne} does after each build: what was frozen then is what a start would have found. */
    @Test
    void laidOutAheadItServesAsAnyOther() throws IOException {
        var people = Files.writeString(
                shared.resolve("people.csv"), "e-mail,given name,family name\n" + EMAIL + ",Camille,Martin\n");
        var classPath = AheadLayout.in(shared.resolve("ahead")).classPath();
        settings = ChildPoterne.good(shared.resolve("data of its own"));
        settings.put("LOGGING_LEVEL_ORG_SPRINGFRAMEWORK_CONTEXT_AOT", "debug");
        try (var smtp = new ScriptedSmtp()) {
            settings.put("SPRING_MAIL_PORT", String.valueOf(smtp.port()));
            try (var server = ChildPoterne.start(classPath, settings, "serve").whenOpen();
                    var tool = ChildPoterne.start(
                            settings, "accounts", "import", "--tenant", "gimic", people.toString())) {
                assertThat(server.said()).contains("Initializing ApplicationContext with AOT");
                assertThat(tool.exitCode()).as(tool.said()).isZero();
                askForALetter(server);
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> !smtp.received(EMAIL).isEmpty());
                for (var page :
                        List.of("/gimic/sign-in", "/metamots/sign-up", "/agora/help", "/jasmin/authenticator")) {
                    assertThat(server.tryGet(page).orElseThrow().statusCode())
                            .as(page)
                            .isEqualTo(200);
                }
            }
            settings.put("MANAGEMENT_SERVER_PORT", String.valueOf(ChildPoterne.freePort()));
            try (var server = ChildPoterne.start(classPath, settings, "serve").whenGood("/gimic/sign-in")) {
                assertThat(server.said()).doesNotContain("with AOT");
                assertThat(server.tryGet("/actuator/health").orElseThrow().statusCode())
                        .as("it has a port of its own now")
                        .isEqualTo(404);
            }
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As far as the empty line, and not a byte further. */
    private static String head(Socket socket) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var read = socket.getInputStream().read();
            if (read < 0) {
                break;
            }
            head.append((char) read);
        }
        return head.toString();
    }

    private static void askForALetter(ChildPoterne server) {
        var cookies = new CookieManager();
        assertThat(post(server, cookies, token(server, cookies)).statusCode()).isEqualTo(303);
    }

    private static String token(ChildPoterne server, CookieManager cookies) {
        var form = server.tryGet("/gimic/recovery").orElseThrow();
        form.headers().allValues("Set-Cookie").stream()
                .flatMap(header -> java.net.HttpCookie.parse(header).stream())
                .forEach(cookie -> cookies.getCookieStore().add(server.address("/"), cookie));
        var token = TOKEN.matcher(form.body());
        assertThat(token.find()).as(form.body()).isTrue();
        return token.group(1);
    }

    private static java.net.http.HttpResponse<String> post(ChildPoterne server, CookieManager cookies, String token) {
        var held = cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(java.util.stream.Collectors.joining("; "));
        var body = "email=" + encode(EMAIL) + "&_csrf=" + encode(token);
        return server.trySend(HttpRequest.newBuilder(server.address("/gimic/recovery"))
                        .header("Cookie", held)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)))
                .orElseThrow();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
