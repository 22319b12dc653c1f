package org.poterne.soak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Clients that begin a request and leave it at that. */
final class Crowd {

    private static final int MANY = 1_000;
    private static final String HALF = "POST /soak/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60\r\n";

    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

    void gather(List<House> houses) {
        for (var number = 0; number < MANY; number++) {
            houses.forEach(this::knock);
        }
    }

    private void knock(House house) {
        try {
            var socket = new Socket(
                    InetAddress.ofLiteral("127.0.0.1"), house.address().port());
            open.add(socket);
            socket.getOutputStream().write(HALF.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException _) {
            // turned away: as good an answer as any
        }
    }

    void disperse() {
        for (var socket = open.poll(); socket != null; socket = open.poll()) {
            try {
                socket.close();
            } catch (IOException _) {
                // it is gone
            }
        }
    }
}
