package org.poterne.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request written by hand, for what no honest client sends. */
public final class RawRequest {

    private static final int PATIENCE = 20_000; // milliseconds

    private RawRequest() {}

    /**
     * @param head request line and headers, a line each, without the blank one
     * @return the answer as it came
     */
    public static String send(URI house, String head, String body) {
        try (var socket = new Socket(house.getHost(), house.getPort())) {
            socket.setSoTimeout(PATIENCE);
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            var request = head.strip().replace("\n", "\r\n") + "\r\nContent-Length: " + bytes.length
                    + "\r\nConnection: close\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
