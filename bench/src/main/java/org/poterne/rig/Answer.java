package org.poterne.rig;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What a browser was answered. */
public final class Answer {

    record Header(String name, String value) {}

    private final String path;
    private final int status;
    private final List<Header> headers;
    private final byte[] body;

    Answer(String path, int status, List<Header> headers, byte[] body) {
        this.path = path;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** Who answered, after redirects: path and query. */
    public String path() {
        return path;
    }

    public int status() {
        return status;
    }

    /** The first header of that name; empty where it is not. */
    public String header(String name) {
        return named(name).findFirst().orElse("");
    }

    List<String> headers(String name) {
        return named(name).toList();
    }

    private Stream<String> named(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value);
    }

    public String body() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The first form that posts. */
    public Form form() {
        return Form.in(body());
    }

    boolean isRedirect() {
        return status >= 300 && status < 400 && !header("location").isEmpty();
    }

    @Override
    public String toString() {
        return status + " " + path;
    }
}
