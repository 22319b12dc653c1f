package org.poterne.rig;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BrowserTests {

    private static final int CHUNKED = 0;
    private static final AtomicInteger ASKED = new AtomicInteger();
    private static HttpServer server;
    private static Address address;

    @BeforeAll
    static void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/form", exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "form=abc; Path=/; HttpOnly");
            answer(
                    exchange,
                    200,
                    "<form method=\"post\" action=\"/sent\"><input type=\"hidden\" name=\"t\" value=\"é\"></form>");
        });
        server.createContext("/sent", exchange -> {
            var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Set-Cookie", "form=; Path=/; Max-Age=0");
            exchange.getResponseHeaders().add("Set-Cookie", "session=1; Path=/");
            exchange.getResponseHeaders().add("Location", "/told?" + sent);
            answer(exchange, 303, "");
        });
        server.createContext("/told", exchange -> {
            var headers = exchange.getRequestHeaders();
            answer(
                    exchange,
                    200,
                    String.join(
                            " ",
                            exchange.getRequestURI().getRawQuery(),
                            headers.getFirst("Cookie"),
                            headers.getFirst("Host"),
                            headers.getFirst("X-Forwarded-For")));
        });
        server.createContext("/away", exchange -> {
            exchange.getResponseHeaders().add("Location", "https://elsewhere.example/cb?code=1");
            answer(exchange, 302, "");
        });
        server.createContext("/busy", exchange -> answer(exchange, ASKED.incrementAndGet() % 2 == 0 ? 200 : 503, "x"));
        server.start();
        address = new Address(server.getAddress().getPort(), "house.example");
    }

    @AfterAll
    static void close() {
        server.stop(0);
    }

    @Test
    void aFormIsFilledInSentAndFollowedWithTheCookiesOfTheMoment() throws IOException {
        try (var wire = new Wire(address)) {
            var visitor = new Browser(wire, "10.1.2.3");
            var told = visitor.submit(visitor.get("/form"), Map.of("who", "a b"));
            assertThat(told.status()).isEqualTo(200);
            assertThat(told.body()).isEqualTo("t=%C3%A9&who=a+b session=1 house.example 10.1.2.3");
            assertThat(visitor.cookies()).containsOnly(Map.entry("session", "1"));
        }
    }

    @Test
    void aRedirectToAnotherHouseIsTheAnswer() throws IOException {
        try (var wire = new Wire(address)) {
            var answer = new Browser(wire).get("/away");
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("location")).startsWith("https://elsewhere.example/");
        }
    }

    @Test
    void aLoadOfACountIsDoneByAllTogetherAndRefusalsAreCountedApart() {
        var result = new Load(address, 3).times(20, wire -> Outcome.of(new Browser(wire).get("/busy"), 200));
        assertThat(result.good()).isEqualTo(10);
        assertThat(result.busy()).isEqualTo(10);
        assertThat(result.failed()).isZero();
    }

    @Test
    void aRestBetweenTwoOperationsIsNobodysWaiting() {
        var rest = Duration.ofMillis(300);
        var result = new Load(address, 1, rest).times(3, _ -> new Outcome.Good());
        assertThat(result.time()).isGreaterThan(rest.multipliedBy(2));
        assertThat(result.milliseconds(99)).isLessThan((double) rest.toMillis());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : CHUNKED);
            if (!body.isEmpty()) {
                exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
