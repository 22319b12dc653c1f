package org.poterne.rig;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;

/**
 * Where a server is reached on this machine.
 *
 * @param host as browsers name it, with its port: what the Host header says
 */
public record Address(int port, String host) {

    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;
    private static final int TRIES = 50;

    /**
     * A port nobody listens on at this moment, below those the system gives to clients: whoever knocks at one of theirs before the
     * server is there may be connected to itself.
     */
    public static Address free() {
        for (var port : new SecureRandom().ints(TRIES, FIRST, LAST).toArray()) {
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return new Address(socket.getLocalPort(), "localhost:" + socket.getLocalPort());
            } catch (IOException _) {
                // somebody listens there
            }
        }
        throw new RigFailure("no port is free");
    }

    public String url() {
        return "http://" + host;
    }
}
