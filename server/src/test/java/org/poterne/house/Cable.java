package org.poterne.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The cable between a house and its database: it can be pulled out, and put back. */
public final class Cable implements AutoCloseable {

    private final int target;
    private final ServerSocket door;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean deaf;

    private Cable(int target) {
        this.target = target;
        try {
            door = new ServerSocket();
            door.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::connect);
    }

    public static Cable toDatabase() {
        return new Cable(TestDatabase.port());
    }

    int port() {
        return door.getLocalPort();
    }

    public void pullOut() {
        cut = true;
        ends.forEach(Cable::close);
        ends.clear();
    }

    /** What goes in comes out nowhere, and nobody is told: a network whose packets are dropped. */
    public void swallow() {
        deaf = true;
    }

    public void putBack() {
        if (deaf) {
            pullOut(); // what was swallowed is missing
        }
        deaf = false;
        cut = false;
    }

    @Override
    public void close() {
        pullOut();
        close(door);
    }

    private void connect() {
        while (!door.isClosed()) {
            try {
                var near = door.accept();
                if (cut) {
                    near.close();
                    continue;
                }
                var far = new Socket(InetAddress.ofLiteral("127.0.0.1"), target);
                ends.add(near);
                ends.add(far);
                Thread.ofVirtual().start(() -> carry(near, far));
                Thread.ofVirtual().start(() -> carry(far, near));
            } catch (IOException _) {
                // the next one may find it better
            }
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            var bytes = new byte[8_192];
            for (var read = from.getInputStream().read(bytes);
                    read >= 0;
                    read = from.getInputStream().read(bytes)) {
                if (!deaf) {
                    to.getOutputStream().write(bytes, 0, read);
                }
            }
        } catch (IOException _) {
            // one end is gone, and the other follows
        }
    }

    private static void close(java.io.Closeable end) {
        try {
            end.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
