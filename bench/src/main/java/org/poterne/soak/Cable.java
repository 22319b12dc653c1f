package org.poterne.soak;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The cable between a node and its database: it can be pulled out, and put back. */
final class Cable implements AutoCloseable {

    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

    private final int target;
    private final ServerSocket door;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private Cable(int target, ServerSocket door) {
        this.target = target;
        this.door = door;
    }

    static Cable to(int target) {
        try {
            var cable = new Cable(target, new ServerSocket(0, 64, HERE));
            Thread.ofPlatform().daemon().name("cable").start(cable::connect);
            return cable;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    void pullOut() {
        cut = true;
        ends.forEach(Cable::end);
        ends.clear();
    }

    void putBack() {
        cut = false;
    }

    @Override
    public void close() {
        end(door);
        pullOut();
    }

    private void connect() {
        while (!door.isClosed()) {
            try {
                var near = door.accept();
                if (cut) {
                    near.close();
                } else {
                    join(near);
                }
            } catch (IOException _) {
                // the door is closed, or the database is: the next one may find it better
            }
        }
    }

    private void join(Socket near) throws IOException {
        try {
            var far = new Socket(HERE, target);
            ends.add(near);
            ends.add(far);
            Thread.ofVirtual().start(() -> carry(near, far));
            Thread.ofVirtual().start(() -> carry(far, near));
        } catch (IOException e) {
            near.close();
            throw e;
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // one end is gone, and the other follows
        } finally {
            ends.remove(from);
            ends.remove(to);
        }
    }

    private static void end(Closeable what) {
        try {
            what.close();
        } catch (IOException _) {
            // it was meant to go
        }
    }
}
