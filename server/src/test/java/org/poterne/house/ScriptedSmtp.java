package org.poterne.house;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** An SMTP server that does as it is told, letter by letter: what a mail server does on a bad day. */
public final class ScriptedSmtp implements AutoCloseable {

    /** What becomes of one letter. */
    public sealed interface Act {

        record Accept() implements Act {}

        /** To {@code RCPT TO}. */
        record AnswerRecipient(int code) implements Act {}

        /** To {@code MAIL FROM}. */
        record AnswerSender(int code) implements Act {}

        /** After the last line of the letter. */
        record AnswerLetter(int code) implements Act {}

        /** Says nothing more until the client gives up. */
        record Hang() implements Act {}

        /** Goes away at the first line of the letter. */
        record DropInData() implements Act {}

        record Close() implements Act {}
    }

    /** What was heard before a letter's end, and whether it was heard in clear. */
    public record Heard(String line, boolean inClear) {}

    /** A letter that came whole, whatever was answered then. */
    public record Received(List<String> envelope, String source) {}

    private final int port;
    private final List<String> extensions;
    private final Queue<Act> script = new ConcurrentLinkedQueue<>();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<Socket, Thread> open = new ConcurrentHashMap<>();
    private ServerSocket door;

    /** @param extensions announced to EHLO: {@code STARTTLS}, {@code SMTPUTF8}, {@code AUTH PLAIN} */
    public ScriptedSmtp(String... extensions) {
        this.extensions = List.of(extensions);
        try {
            door = listen(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = door.getLocalPort();
    }

    public int port() {
        return port;
    }

    /** The acts of the next letters, in order; those after them are accepted. */
    public void play(Act... acts) {
        script.clear();
        script.addAll(List.of(acts));
    }

    public List<Heard> heard() {
        return heard;
    }

    /** Letters to this address that came whole, accepted or not. */
    public List<Received> received(String address) {
        return received.stream()
                .filter(letter -> letter.envelope().stream().anyMatch(line -> line.contains("<" + address + ">")))
                .toList();
    }

    public List<Received> received() {
        return received;
    }

    /** Nobody answers on the port any more. */
    public void goDown() {
        close();
    }

    public void comeBack() {
        try {
            door = listen(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            for (var socket : open.keySet()) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServerSocket listen(int wanted) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new java.net.InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), wanted));
        Thread.ofVirtual().start(() -> welcome(socket));
        return socket;
    }

    private void welcome(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                var socket = from.accept();
                open.put(socket, Thread.ofVirtual().start(() -> serve(socket)));
            } catch (IOException _) {
                return; // the door is closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new Conversation(socket).run();
        } catch (IOException _) {
            // the client went away, as it may
        } finally {
            open.remove(socket);
        }
    }

    private final class Conversation {

        private Socket socket;
        private BufferedReader in;
        private Act act = new Act.Accept();
        private final List<String> envelope = new CopyOnWriteArrayList<>();

        Conversation(Socket socket) throws IOException {
            this.socket = socket;
            this.in = reader();
        }

        void run() throws IOException {
            say("220 scripted");
            for (var line = in.readLine(); line != null && answer(line); line = in.readLine()) {
                // each line is answered, until one ends the conversation
            }
        }

        private boolean answer(String line) throws IOException {
            heard.add(new Heard(line, !(socket instanceof SSLSocket)));
            var verb = line.toUpperCase(java.util.Locale.ROOT);
            if (verb.startsWith("EHLO") || verb.startsWith("HELO")) {
                var secure = socket instanceof SSLSocket;
                say("250-scripted");
                for (var extension : extensions) {
                    if (!(secure && extension.equals("STARTTLS"))) {
                        say("250-" + extension);
                    }
                }
                say("250 8BITMIME");
            } else if (verb.equals("STARTTLS")) {
                say("220 go ahead");
                becomeSecure();
            } else if (verb.startsWith("AUTH")) {
                say("235 welcome");
            } else if (verb.startsWith("MAIL")) {
                return sender(line);
            } else if (verb.startsWith("RCPT")) {
                envelope.add(line);
                say(
                        act instanceof Act.AnswerRecipient(var code)
                                ? code + " <" + address(line) + "> is unwelcome"
                                : "250 ok");
            } else if (verb.equals("DATA")) {
                return letter();
            } else {
                say(verb.equals("QUIT") ? "221 bye" : "250 ok");
                return !verb.equals("QUIT");
            }
            return true;
        }

        private boolean sender(String line) throws IOException {
            var next = script.poll();
            act = next == null ? new Act.Accept() : next;
            envelope.clear();
            envelope.add(line);
            switch (act) {
                case Act.Close() -> {
                    return false;
                }
                case Act.Hang() -> in.read();
                case Act.AnswerSender(var code) -> say(code + " not now");
                default -> say("250 ok");
            }
            return true;
        }

        private boolean letter() throws IOException {
            say("354 go on");
            var source = new StringBuilder();
            for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
                if (line == null || act instanceof Act.DropInData) {
                    return false;
                }
                source.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            }
            received.add(new Received(List.copyOf(envelope), source.toString()));
            say(act instanceof Act.AnswerLetter(var code) ? code + " not this one" : "250 ok");
            return true;
        }

        private static String address(String line) {
            return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
        }

        private BufferedReader reader() throws IOException {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        private void say(String line) throws IOException {
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        }

        private void becomeSecure() throws IOException {
            try {
                var secure = (SSLSocket) tls().getSocketFactory().createSocket(socket, null, port, true);
                secure.setUseClientMode(false);
                secure.startHandshake();
                socket = secure;
                in = reader();
            } catch (GeneralSecurityException e) {
                throw new IOException(e);
            }
        }

        /** With the self-signed certificate that GreenMail brings along. */
        private static SSLContext tls() throws GeneralSecurityException, IOException {
            var password = "changeit".toCharArray();
            var keys = KeyStore.getInstance("PKCS12");
            try (var file = ScriptedSmtp.class.getResourceAsStream("/greenmail.p12")) {
                keys.load(file, password);
            }
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password);
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        }
    }
}
