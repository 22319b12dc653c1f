package org.poterne.rig;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Somebody with a browser without JavaScript: keeps cookies, follows redirects, fills in forms. All cookies go everywhere: one
 * browser visits one house.
 */
public final class Browser {

    private static final int REDIRECTS = 6;

    private final Wire wire;
    private final String from;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public Browser(Wire wire) {
        this(wire, "");
    }

    /** @param from the address it comes from, as a trusted proxy would name it: {@code 10.1.2.3} */
    public Browser(Wire wire, String from) {
        this.wire = wire;
        this.from = from;
    }

    /** With the cookies of that one, perhaps from another address or at another node. */
    public Browser(Wire wire, String from, Browser other) {
        this(wire, from);
        cookies.putAll(other.cookies);
    }

    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    /** @param address a path, or the whole address of a link: its host is this house's */
    public Answer get(String address) throws IOException {
        return followed(once("GET", address, ""));
    }

    /** Posts these fields and follows where that leads. */
    public Answer post(String address, Map<String, String> fields) throws IOException {
        return followed(postAndStay(address, fields));
    }

    /** Posts these fields; a redirect is the answer. */
    public Answer postAndStay(String address, Map<String, String> fields) throws IOException {
        return once("POST", address, encoded(fields));
    }

    /** Fills in the page's form, what is hidden as it stands, and sends it. */
    public Answer submit(Answer page, Map<String, String> typed) throws IOException {
        return followed(submitAndStay(page, typed));
    }

    public Answer submitAndStay(Answer page, Map<String, String> typed) throws IOException {
        var form = page.form();
        var fields = new LinkedHashMap<>(form.hidden());
        fields.putAll(typed);
        return postAndStay(form.action(), fields);
    }

    private Answer followed(Answer first) throws IOException {
        var answer = first;
        for (var hop = 0; hop < REDIRECTS && answer.isRedirect() && isHere(answer.header("location")); hop++) {
            answer = once("GET", answer.header("location"), "");
        }
        return answer;
    }

    /** A redirect to another house is the answer. */
    private boolean isHere(String location) {
        return location.startsWith("/") || location.startsWith(wire.address().url() + "/");
    }

    private Answer once(String method, String address, String form) throws IOException {
        var path = path(address);
        var body = form.getBytes(StandardCharsets.UTF_8);
        var answer = wire.exchange(path, head(method, path, body.length), body);
        answer.headers("set-cookie").forEach(this::keep);
        return answer;
    }

    private String head(String method, String path, int length) {
        var head = new StringBuilder(512)
                .append(method + " " + path + " HTTP/1.1\r\n")
                .append("Host: " + wire.address().host() + "\r\n")
                .append(
                        "Accept: text/html\r\nAccept-Language: fr\r\nUser-Agent: Mozilla/5.0 (X11; Linux) Firefox/140.0\r\n");
        if (!from.isEmpty()) {
            head.append("X-Forwarded-For: " + from + "\r\n");
        }
        if (!cookies.isEmpty()) {
            head.append(cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ", "Cookie: ", "\r\n")));
        }
        if (method.equals("POST")) {
            head.append("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + length + "\r\n");
        }
        return head.toString();
    }

    private void keep(String header) {
        var pair = header.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || header.toLowerCase(Locale.ROOT).contains("max-age=0;")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String path(String address) {
        if (address.startsWith("/")) {
            return address;
        }
        var uri = URI.create(address);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
