package org.poterne.rig;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** A mail server that keeps every letter for whoever asks for it by address, and behaves as it is told. */
public final class Sink implements AutoCloseable {

    /** What becomes of the letters that come now. */
    public sealed interface Mood {

        record Takes() implements Mood {}

        /** To {@code RCPT TO}: 4xx for a while, 5xx for good. */
        record Refuses(int code) implements Mood {}

        /** Says nothing more until the client gives up. */
        record Hangs() implements Mood {}

        /** Goes away in the middle of the letter. */
        record Drops() implements Mood {}

        /** Keeps the letter and goes away before it says so: the client cannot know. */
        record KeepsAndDrops() implements Mood {}
    }

    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<String, BlockingQueue<Letter>> letters = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> refused = new ConcurrentHashMap<>(); // for good
    private final Map<String, LongAdder> unsaid = new ConcurrentHashMap<>(); // kept, and the client cannot know
    private final LongAdder received = new LongAdder();
    private volatile Mood mood = new Mood.Takes();

    private Sink(ServerSocket door) {
        this.door = door;
    }

    /** On loopback, at a port nobody has. */
    public static Sink open() {
        try {
            var sink = new Sink(new ServerSocket(0, 128, InetAddress.ofLiteral("127.0.0.1")));
            Thread.ofPlatform().daemon().name("sink").start(sink::welcome);
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    public void be(Mood next) {
        mood = next;
    }

    /** Letters kept since the beginning. */
    public long received() {
        return received.sum();
    }

    /** Letters to this address that were refused for good. */
    public long refusedForGood(String to) {
        return of(refused, to).sum();
    }

    /** Letters to this address that were kept without a word to the client, who must send them once more. */
    public long keptUnsaid(String to) {
        return of(unsaid, to).sum();
    }

    private static LongAdder of(Map<String, LongAdder> counts, String to) {
        return counts.computeIfAbsent(to.toLowerCase(Locale.ROOT), _ -> new LongAdder());
    }

    /** Takes the oldest letter to this address; empty when none comes in time. */
    public Optional<Letter> await(String to, Duration patience) {
        try {
            return Optional.ofNullable(box(to).poll(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RigFailure("interrupted", e);
        }
    }

    /** Takes all letters to this address that have come. */
    public List<Letter> drain(String to) {
        var all = new ArrayList<Letter>();
        box(to).drainTo(all);
        return all;
    }

    private BlockingQueue<Letter> box(String to) {
        return letters.computeIfAbsent(to.toLowerCase(Locale.ROOT), _ -> new LinkedBlockingQueue<>());
    }

    @Override
    public void close() {
        try {
            door.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var socket = door.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) {
                return; // the door is closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            new Conversation(socket, new BufferedInputStream(socket.getInputStream())).run();
        } catch (IOException _) {
            // the client went away, as it may
        } finally {
            open.remove(socket);
        }
    }

    /** RFC 5321, as much of it as a client that sends needs. */
    private final class Conversation {

        private final Socket socket;
        private final InputStream in;
        private final List<String> recipients = new ArrayList<>();

        Conversation(Socket socket, InputStream in) {
            this.socket = socket;
            this.in = in;
        }

        void run() throws IOException {
            say("220 sink");
            for (var line = line(); answer(line); line = line()) {
                // each line is answered, until one ends the conversation
            }
        }

        private boolean answer(String line) throws IOException {
            var verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
            switch (verb) {
                case "" -> {
                    return false;
                }
                case "EHLO" -> say("250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8");
                case "MAIL" -> begin();
                case "RCPT" -> recipient(line);
                case "DATA" -> {
                    return letter();
                }
                case "QUIT" -> {
                    say("221 bye");
                    return false;
                }
                default -> say("250 ok");
            }
            return true;
        }

        private void begin() throws IOException {
            recipients.clear();
            if (mood instanceof Mood.Hangs) {
                line(); // until the client gives up
            }
            say("250 ok");
        }

        private void recipient(String line) throws IOException {
            var to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
            if (mood instanceof Mood.Refuses(var code)) {
                if (code >= 500) {
                    of(refused, to).increment();
                }
                say(code + " not now");
                return;
            }
            recipients.add(to);
            say("250 ok");
        }

        private boolean letter() throws IOException {
            say("354 go on");
            var source = new ByteArrayOutputStream(8_192);
            for (var line = bytes(); !isEnd(line); line = bytes()) {
                if (line.length == 0 || mood instanceof Mood.Drops) {
                    return false;
                }
                var stuffed = line[0] == '.' ? 1 : 0;
                source.write(line, stuffed, line.length - stuffed);
            }
            recipients.forEach(to -> box(to).add(new Letter(to, source.toByteArray(), System.nanoTime())));
            received.add(recipients.size());
            if (mood instanceof Mood.KeepsAndDrops) {
                recipients.forEach(to -> of(unsaid, to).increment());
                return false;
            }
            say("250 ok");
            return true;
        }

        private static boolean isEnd(byte[] line) {
            return line.length > 1 && line[0] == '.' && (line[1] == '\r' || line[1] == '\n');
        }

        /** With its end; empty when there is no more. */
        private byte[] bytes() throws IOException {
            var line = new ByteArrayOutputStream(128);
            for (var one = in.read(); one >= 0; one = in.read()) {
                line.write(one);
                if (one == '\n') {
                    break;
                }
            }
            return line.toByteArray();
        }

        private String line() throws IOException {
            return new String(bytes(), StandardCharsets.UTF_8).strip();
        }

        private void say(String line) throws IOException {
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
    }
}
