package org.poterne.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Where a server is reached on this machine.
 *
 * @param host as browsers name it, with its port: what the Host header says
 */
public record Address(int port, String host) {

    /** A port nobody listens on at this moment. */
    public static Address free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Address(socket.getLocalPort(), "localhost:" + socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://" + host;
    }
}
