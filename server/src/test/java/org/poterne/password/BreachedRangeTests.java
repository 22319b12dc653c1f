package org.poterne.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.account.EmailAddress;
import org.poterne.house.House;
import org.poterne.house.MovableClock;
import org.poterne.password.PasswordRule.NotCommon;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A range service is told five digits and believed when it answers; when it does not, nobody is kept out. */
@ExtendWith(OutputCaptureExtension.class)
class BreachedRangeTests {

    private static final RawPassword TYPED = new RawPassword("verger tambour ficelle");
    private static final String HASH = HexFormat.of().withUpperCase().formatHex(TYPED.sha1());
    private static final String OTHER = "0".repeat(35);

    private static final TenantId AGORA = new TenantId("agora");

    private record Asked(String path, String padding, String body) {}

    private final ConcurrentLinkedQueue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final MovableClock clock = new MovableClock();
    private Optional<HttpServer> server = Optional.empty();

    @BeforeEach
    void forget() {
        asked.clear();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.ifPresent(running -> running.stop(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n"})
    void aPasswordThatTheServiceKnowsIsKnownAndOnlyFiveDigitsLeave(String lineEnd) {
        var range = range(answering(200, OTHER + ":7" + lineEnd + HASH.substring(5) + ":42" + lineEnd));
        assertThat(range.holds(TYPED)).isTrue();
        assertThat(asked).containsExactly(new Asked("/range/" + HASH.substring(0, 5), "true", ""));
    }

    @Test
    void smallLettersAndAMissingLineEndAreUnderstood() {
        assertThat(range(answering(200, HASH.substring(5).toLowerCase(Locale.ROOT) + ":1"))
                        .holds(TYPED))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {":0", ":0\r", ":00", ""})
    void paddingIsNoHit(String count) {
        assertThat(range(answering(200, HASH.substring(5) + count + "\n" + OTHER + ":3\n"))
                        .holds(TYPED))
                .isFalse();
    }

    @Test
    void anotherEndingIsNoHit() {
        assertThat(range(answering(200, OTHER + ":3\r\n" + HASH + ":3\r\n")).holds(TYPED))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 404, 429, 500, 503})
    void anythingButAnAnswerIsNoRefusalAndIsSaidWithoutTheHash(int status, CapturedOutput log) {
        var range = range(answering(status, HASH.substring(5) + ":3"));
        assertThat(range.holds(TYPED)).isFalse();
        assertThat(log.getOut())
                .contains("did not help (status " + status + ")")
                .doesNotContain(HASH.substring(0, 5))
                .doesNotContain(HASH.substring(5));
    }

    @Test
    void itIsWaitedForNoLongerThanIsSet(CapturedOutput log) {
        var range = range(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(OTHER.getBytes(StandardCharsets.US_ASCII));
            exchange.getResponseBody().flush();
            waitForTheEnd(); // neither more nor an end, as of a service that hangs
        });
        assertThat(range.holds(TYPED)).isFalse();
        assertThat(log.getOut()).contains("no answer within 250 ms").doesNotContain(HASH.substring(0, 5));
    }

    @Test
    void anAnswerWithoutEndIsNotReadToItsEnd() {
        var range = range(answering(200, (OTHER + ":3\n").repeat(60_000) + HASH.substring(5) + ":3"));
        assertThat(range.holds(TYPED)).isFalse();
    }

    @Test
    void aServiceThatIsGoneHoldsNobodyUpAndIsSaidOnceAnHour(CapturedOutput log) {
        var range = range(answering(200, ""));
        server.ifPresent(running -> running.stop(0));
        for (var round = 0; round < 5; round++) {
            assertThat(range.holds(TYPED)).isFalse();
        }
        assertThat(log.getOut().split("did not help", -1)).hasSize(2);
        clock.forward(Duration.ofHours(1));
        range.holds(TYPED);
        range.holds(TYPED);
        assertThat(log.getOut().split("did not help", -1)).hasSize(3);
    }

    @Test
    void withoutASettingNobodyIsAsked() {
        var settings = new PasswordSettings(Path.of("none"), null, Duration.ofSeconds(1));
        assertThat(new BreachedRange(settings, clock).holds(TYPED)).isFalse();
    }

    @Test
    void onlyAPasswordThatKeepsAllOtherRulesIsAskedAbout() {
        var house = House.open();
        var known = new KnownPasswords(
                house.bean(CommonPasswords.class),
                house.bean(BreachedPasswords.class),
                range(answering(200, HASH.substring(5) + ":3")));
        var judge = new PasswordJudge(
                house.bean(Tenants.class), known, house.bean(KeptPasswords.class), house.bean(Hashing.class));
        for (var refusedHere : List.of("court", "motdepasse1", "noa@example.org")) {
            assertThat(judge.broken(AGORA, candidate(refusedHere))).isNotEmpty();
        }
        assertThat(asked).isEmpty();
        assertThat(judge.broken(AGORA, candidate("verger tambour ficelle"))).containsExactly(new NotCommon());
        assertThat(asked).hasSize(1);
    }

    @Test
    void anAddressThatIsNoneIsRefusedAtTheStart() {
        for (var wrong : List.of("ftp://example.org/range", "range", "https:///range")) {
            assertThatThrownBy(() -> new PasswordSettings(Path.of("none"), URI.create(wrong), Duration.ofSeconds(1)))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (var wrong : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofSeconds(11))) {
            assertThatThrownBy(() -> new PasswordSettings(Path.of("none"), null, wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Candidate candidate(String password) {
        var noa = PasswordOwner.newcomer(
                EmailAddress.parse("noa@example.org").orElseThrow(), Optional.empty(), "", "Noa");
        return new Candidate(new RawPassword(password), noa, Optional.empty());
    }

    private BreachedRange range(HttpHandler handler) {
        var patient = handler instanceof Quick ? Duration.ofSeconds(10) : Duration.ofMillis(250);
        return new BreachedRange(new PasswordSettings(Path.of("none"), URI.create(url(handler)), patient), clock);
    }

    private String url(HttpHandler handler) {
        try {
            var running = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            running.createContext("/", exchange -> {
                note(exchange);
                handler.handle(exchange);
            });
            running.start();
            server = Optional.of(running);
            return "http://localhost:" + running.getAddress().getPort() + "/range/";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(HttpExchange exchange) throws IOException {
        asked.add(new Asked(
                exchange.getRequestURI().toString(),
                String.valueOf(exchange.getRequestHeaders().getFirst("Add-Padding")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    }

    private void waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers at once: the test that asks it need not hurry, however busy the machine. */
    private record Quick(int status, String text) implements HttpHandler {
        @Override
        public void handle(HttpExchange exchange) throws IOException {
            var body = text.getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    private static HttpHandler answering(int status, String text) {
        return new Quick(status, text);
    }
}
