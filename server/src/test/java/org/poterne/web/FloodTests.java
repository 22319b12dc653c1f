package org.poterne.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.poterne.house.House;
import org.poterne.house.RawRequest;

/** Those who send too much, and those who send too slowly. */
class FloodTests {

    private static final House HOUSE =
            House.build().with("server.tomcat.connection-timeout", "3s").start();
    private static final int SLOW_CLIENTS = 1_000;
    private static final long A_LITTLE = 48L << 20; // bytes of heap

    record Flood(String name, Supplier<String> answer) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Flood> floods() {
        var post = "POST /gimic/sign-in HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\n" + host();
        return Stream.of(
                new Flood(
                        "ten thousand headers", () -> send("GET / HTTP/1.1\n" + host() + "\nX: y".repeat(10_000), "")),
                new Flood(
                        "a header of a megabyte",
                        () -> send("GET / HTTP/1.1\n" + host() + "\nX: " + "y".repeat(1 << 20), "")),
                new Flood(
                        "a cookie of a megabyte",
                        () -> send("GET / HTTP/1.1\n" + host() + "\nCookie: " + "y=z; ".repeat(200_000), "")),
                new Flood(
                        "an address of a megabyte",
                        () -> send("GET /" + "y".repeat(1 << 20) + " HTTP/1.1\n" + host(), "")),
                new Flood("a million fields", () -> send(post, "a&".repeat(1_000_000))),
                new Flood("a password of a megabyte", () -> send(post, "password=" + "y".repeat(1 << 20))),
                new Flood("UTF-8 that is none", () -> send(post, "identifier=%C3%28&password=%FF%FE%C0%AF")),
                new Flood("a lone half of a pair", () -> send(post, "identifier=%ED%A0%80&password=%ED%B0%80")));
    }

    @ParameterizedTest
    @MethodSource("floods")
    void whoSendsTooMuchIsTurnedAwayAndLeavesNothingBehind(Flood flood) {
        turnAway(flood);
        var before = heap();
        for (var time = 0; time < 40; time++) {
            turnAway(flood);
        }
        assertThat(heap() - before).isLessThan(A_LITTLE);
        assertThat(HOUSE.visitor().get("/gimic/sign-in").status()).isEqualTo(200);
    }

    private static void turnAway(Flood flood) {
        assertThat(flood.answer().get())
                .matches("(?s)(HTTP/1.1 4\\d\\d .*|hung up)")
                .doesNotContain("Exception", "\tat ");
    }

    @Test
    void aThousandWhoSendHalfARequestHoldUpNobodyAndAreLetGo() throws IOException {
        var slow = new ArrayList<Socket>();
        try {
            for (var number = 0; number < SLOW_CLIENTS; number++) {
                slow.add(half(halves().get(number % halves().size())));
            }
            for (var visit = 0; visit < 20; visit++) {
                assertThat(HOUSE.visitor().get("/gimic/sign-in").status()).isEqualTo(200);
            }
            for (var socket : slow) {
                assertThat(ended(socket)).isTrue();
            }
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    private static List<String> halves() {
        return List.of(
                "GET /gimic/sign-in HTTP/1.1\r\nHost: ",
                "GET /gim",
                "POST /gimic/sign-in HTTP/1.1\r\n" + host()
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 60\r\n\r\nidentifier=",
                "");
    }

    private static Socket half(String text) throws IOException {
        var socket = new Socket(HOUSE.address().getHost(), HOUSE.address().getPort());
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    /** The server has hung up, perhaps with a last word. */
    private static boolean ended(Socket socket) throws IOException {
        try {
            return !new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).startsWith("HTTP/1.1 5");
        } catch (SocketException _) {
            return true;
        }
    }

    /** Who is still sending when the door is shut may see no more than that. */
    private static String send(String head, String body) {
        try {
            return RawRequest.send(HOUSE.address(), head, body);
        } catch (java.io.UncheckedIOException e) {
            if (e.getCause() instanceof SocketException) {
                return "hung up";
            }
            throw e;
        }
    }

    private static String host() {
        return "Host: " + HOUSE.address().getAuthority();
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
