package org.poterne.house;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Somebody with a browser without JavaScript: keeps cookies, follows redirects, fills in forms. */
public final class Visitor {

    private static final String ACCEPT_LANGUAGE = "Accept-Language";

    private final URI house;
    private final URI front;
    private final CookieManager cookies;
    private final HttpClient client;
    private final HttpClient still;
    private final Map<String, String> headers = new LinkedHashMap<>(Map.of(ACCEPT_LANGUAGE, "fr"));

    private Visitor(URI house, URI front, HttpClient.Builder builder, CookieManager cookies) {
        this.house = house;
        this.front = front;
        this.cookies = cookies;
        this.client = builder.cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        this.still = builder.followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /** @param front the address people use: a node behind a load balancer hears it as its Host */
    static Visitor at(URI house, URI front) {
        return new Visitor(house, front, HttpClient.newBuilder(), new CookieManager());
    }

    /** Comes from another address of this machine: {@code 127.0.0.7}. */
    public Visitor from(String address) {
        var builder = HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(address));
        return new Visitor(house, front, builder, new CookieManager());
    }

    /** The same browser as that one, perhaps at another node. */
    public Visitor withCookiesOf(Visitor other) {
        return new Visitor(house, front, HttpClient.newBuilder(), other.cookies);
    }

    /** Prefers these languages; none at all when empty. */
    public Visitor accepting(Optional<String> languages) {
        headers.remove(ACCEPT_LANGUAGE);
        languages.ifPresent(value -> headers.put(ACCEPT_LANGUAGE, value));
        return this;
    }

    /** Sends this header with every request. */
    public Visitor saying(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public CookieManager cookies() {
        return cookies;
    }

    /** All of them in one header, for a request written by hand. */
    public String cookieHeader() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    public Seen get(String path) {
        return get(house.resolve(path));
    }

    public Seen get(URI address) {
        return send(client, HttpRequest.newBuilder(address).GET());
    }

    /** One answer, its redirect not followed. */
    public Seen peek(String method, URI address) {
        return send(still, HttpRequest.newBuilder(address).method(method, BodyPublishers.noBody()));
    }

    /** Posts exactly these fields, as somebody does who has no page before him. */
    public Seen post(String path, Map<String, String> fields) {
        return send(client, postOf(path, fields));
    }

    /** As {@link #post}, its redirect not followed. */
    public Seen postAndStay(String path, Map<String, String> fields) {
        return send(still, postOf(path, fields));
    }

    private HttpRequest.Builder postOf(String path, Map<String, String> fields) {
        return HttpRequest.newBuilder(house.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)));
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Fills in the page's main form, hidden fields as they stand, and presses Enter: its first button is the one that sends. */
    public Seen submit(Seen page, Map<String, String> typed) {
        return post(page.form().attr("action"), filled(page, typed));
    }

    static Map<String, String> filled(Seen page, Map<String, String> typed) {
        var form = page.form();
        var fields = new LinkedHashMap<String, String>();
        form.select("button[type=submit]").stream()
                .limit(1)
                .filter(button -> button.hasAttr("name"))
                .forEach(button -> fields.put(button.attr("name"), button.attr("value")));
        form.select("input[name]:not([disabled])").stream()
                .filter(input -> !input.attr("type").equals("checkbox") || input.hasAttr("checked"))
                .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        form.select("select[name]").forEach(list -> fields.put(list.attr("name"), chosen(list)));
        if (fields.containsKey("challenge-id")
                && typed.keySet().stream().noneMatch(name -> name.startsWith("challenge"))) {
            fields.put(
                    "challenge", PuzzleWork.answer(page)); // an image is not for programs: what the page offers instead
        }
        fields.putAll(typed);
        return fields;
    }

    /** What a browser sends of a list that nobody touched: what is selected, else its first line. */
    private static String chosen(Element list) {
        return Stream.concat(list.select("option[selected]").stream(), list.select("option").stream())
                .findFirst()
                .map(option -> option.attr("value"))
                .orElse("");
    }

    public Seen send(HttpRequest.Builder request) {
        return send(still, request);
    }

    private Seen send(HttpClient client, HttpRequest.Builder request) {
        try {
            var spoken = request.copy();
            headers.forEach(spoken::setHeader);
            if (!house.equals(front)) {
                spoken.setHeader("Host", front.getAuthority());
            }
            return new Seen(client.send(spoken.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
