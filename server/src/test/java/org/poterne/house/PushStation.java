package org.poterne.house;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A push service (RFC 8030) on loopback, as strict as the great ones: it believes no sender whose token does not stand (RFC
 * 8292), and reads with its browsers whether a message can be read at all.
 */
public final class PushStation implements AutoCloseable {

    /** @param bytes of the encrypted body */
    public record Pushed(String text, int bytes, Map<String, String> headers, String claims) {}

    private record Known(Subscriber browser, String sender) {}

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "vapid t=(?<signed>(?<head>[\\w-]+)\\.(?<claims>[\\w-]+))\\.(?<signature>[\\w-]+), k=(?<key>[\\w-]+)");
    private static final Pattern CLAIMS =
            Pattern.compile("\\{\"aud\":\"(?<aud>[^\"]+)\",\"exp\":(?<exp>\\d{10}),\"sub\":\"(?<sub>[^\"]+)\"}");

    private final HttpServer server;
    private final Map<String, Known> subscriptions = new ConcurrentHashMap<>();
    private final Map<String, List<Pushed>> pushed = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<HttpHandler> instead = new ConcurrentLinkedQueue<>();

    private PushStation(HttpServer server) {
        this.server = server;
    }

    public static PushStation open() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var station = new PushStation(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/push/", station::receive);
            server.start();
            return station;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For {@code poterne.push.services}. */
    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A new browser, that takes messages of this sender alone. */
    public Subscriber subscribe(String applicationServerKey) {
        try {
            var id = UUID.randomUUID().toString();
            var browser = Subscriber.at(URI.create(address() + "/push/" + id));
            subscriptions.put(id, new Known(browser, applicationServerKey));
            pushed.put(id, new CopyOnWriteArrayList<>());
            return browser;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The browser gives its subscription up. */
    public void forget(Subscriber browser) {
        subscriptions.remove(id(browser));
    }

    /** What it was woken for so far. */
    public List<Pushed> pushed(Subscriber browser) {
        return List.copyOf(pushed.getOrDefault(id(browser), List.of()));
    }

    /** Answers the next message, whosever it is, with this. */
    public void next(int status, Map<String, String> headers) {
        instead.add(exchange -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    public void next(HttpHandler answer) {
        instead.add(answer);
    }

    private void receive(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var other = instead.poll();
        if (other != null) {
            other.handle(exchange);
            return;
        }
        var status = taken(exchange, body);
        exchange.getResponseHeaders().set("Location", address() + "/message/1");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private int taken(HttpExchange exchange, byte[] body) {
        var id = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
        var known = subscriptions.get(id);
        if (known == null) {
            return pushed.containsKey(id) ? 410 : 404;
        }
        var headers = exchange.getRequestHeaders();
        var authorization = AUTHORIZATION.matcher(String.valueOf(headers.getFirst("Authorization")));
        if (!authorization.matches() || !stands(authorization)) {
            return 401;
        }
        if (!authorization.group("key").equals(known.sender())) {
            return 403;
        }
        if (!isWhole(exchange)) {
            return 400;
        }
        try {
            var names = List.of("TTL", "Urgency", "Topic", "Content-Encoding");
            var told = new TreeMap<String, String>();
            names.forEach(name -> told.put(name, String.valueOf(headers.getFirst(name))));
            pushed.getOrDefault(id, List.of())
                    .add(new Pushed(
                            known.browser().read(body), body.length, told, decoded(authorization.group("claims"))));
            return 201;
        } catch (GeneralSecurityException | RuntimeException _) {
            return 400;
        }
    }

    /** RFC 8030 §5.2 to §5.4, and no other encoding than RFC 8291 knows. */
    private static boolean isWhole(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        var topic = headers.getFirst("Topic");
        return exchange.getRequestMethod().equals("POST")
                && String.valueOf(headers.getFirst("TTL")).matches("\\d+")
                && "aes128gcm".equals(headers.getFirst("Content-Encoding"))
                && (topic == null || topic.matches("[A-Za-z0-9_-]{1,32}"));
    }

    /** RFC 8292 §2: signed by whom it names, for this service, for no longer than a day, with somebody to write to. */
    private boolean stands(Matcher authorization) {
        var claims = CLAIMS.matcher(decoded(authorization.group("claims")));
        if (!claims.matches() || !decoded(authorization.group("head")).contains("\"alg\":\"ES256\"")) {
            return false;
        }
        var expiry = Instant.ofEpochSecond(Long.parseLong(claims.group("exp")));
        var now = Instant.now();
        return claims.group("aud").equals(address())
                && expiry.isAfter(now)
                && expiry.isBefore(now.plus(Duration.ofHours(24)))
                && claims.group("sub").matches("(mailto:[^@]+@|https?://).+")
                && isSigned(authorization);
    }

    private static boolean isSigned(Matcher authorization) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(Subscriber.key(Base64.getUrlDecoder().decode(authorization.group("key"))));
            signature.update(authorization.group("signed").getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(authorization.group("signature")));
        } catch (GeneralSecurityException | RuntimeException _) {
            return false;
        }
    }

    private static String decoded(String base64) {
        return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private static String id(Subscriber browser) {
        return browser.endpoint().replaceFirst(".*/", "");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
