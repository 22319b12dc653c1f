package org.poterne.rig;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;

/**
 * One connection that is kept alive (HTTP/1.1, no TLS), for one thread: a client that shares the machine with the server it
 * measures must cost little.
 */
public final class Wire implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CONNECTING_MILLISECONDS = 2_000;

    private final Address address;
    private Optional<Line> line = Optional.empty();

    public Wire(Address address) {
        this.address = address;
    }

    Address address() {
        return address;
    }

    /**
     * One request and its answer. Where a kept connection turns out to be closed, it is sent once more on a new one: the server may
     * then have heard it twice, as from any browser. Whoever must know closes the wire before.
     *
     * @param head request line and headers, each ended by CRLF, without the empty line
     */
    Answer exchange(String path, String head, byte[] body) throws IOException {
        var request = request(head, body);
        var kept = line;
        if (kept.isPresent()) {
            try {
                return through(kept.get(), path, request);
            } catch (HungUp _) {
                close(); // an idle connection may end at any time: asked once more on a new one
            }
        }
        var fresh = Line.to(address);
        line = Optional.of(fresh);
        return through(fresh, path, request);
    }

    private Answer through(Line open, String path, byte[] request) throws IOException {
        try {
            open.send(request);
            var answer = open.read(path);
            if (answer.header("connection").equalsIgnoreCase("close")) {
                close();
            }
            return answer;
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private static byte[] request(String head, byte[] body) {
        var text = (head + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        var all = new byte[text.length + body.length];
        System.arraycopy(text, 0, all, 0, text.length);
        System.arraycopy(body, 0, all, text.length, body.length);
        return all;
    }

    @Override
    public void close() {
        line.ifPresent(Line::close);
        line = Optional.empty();
    }

    /** The other side ended the connection before the first byte of an answer. */
    private static final class HungUp extends IOException {

        private static final long serialVersionUID = 1L;

        HungUp(IOException cause) {
            super(cause);
        }
    }

    private record Line(Socket socket, InputStream in) {

        static Line to(Address address) throws IOException {
            var socket = new Socket();
            try {
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
                socket.connect(
                        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), address.port()),
                        CONNECTING_MILLISECONDS);
                return new Line(socket, new BufferedInputStream(socket.getInputStream(), 16_384));
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        }

        void send(byte[] request) throws IOException {
            try {
                socket.getOutputStream().write(request);
            } catch (IOException e) {
                throw new HungUp(e);
            }
        }

        Answer read(String path) throws IOException {
            var status = statusLine();
            var headers = new ArrayList<Answer.Header>();
            for (var text = text(); !text.isEmpty(); text = text()) {
                var colon = text.indexOf(':');
                headers.add(new Answer.Header(
                        text.substring(0, colon), text.substring(colon + 1).strip()));
            }
            var code = Integer.parseInt(status.substring(9, 12));
            var head = new Answer(path, code, headers, new byte[0]);
            return new Answer(path, code, headers, body(head));
        }

        private String statusLine() throws IOException {
            try {
                return text();
            } catch (SocketTimeoutException e) {
                throw e;
            } catch (IOException e) {
                throw new HungUp(e);
            }
        }

        private byte[] body(Answer head) throws IOException {
            if (head.header("transfer-encoding").equalsIgnoreCase("chunked")) {
                return chunks();
            }
            var length = head.header("content-length");
            return length.isEmpty() ? new byte[0] : exactly(Integer.parseInt(length));
        }

        private byte[] chunks() throws IOException {
            var all = new ByteArrayOutputStream();
            for (var size = chunk(); size > 0; size = chunk()) {
                all.write(exactly(size));
                text();
            }
            text();
            return all.toByteArray();
        }

        private int chunk() throws IOException {
            return Integer.parseInt(text().replaceAll(";.*", "").strip(), 16);
        }

        private byte[] exactly(int length) throws IOException {
            var bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException("an answer that ends in its middle");
            }
            return bytes;
        }

        /** Up to CRLF. */
        private String text() throws IOException {
            var bytes = new ByteArrayOutputStream(128);
            for (var one = in.read(); one != '\n'; one = in.read()) {
                if (one < 0) {
                    throw new EOFException("no more");
                }
                bytes.write(one);
            }
            return bytes.toString(StandardCharsets.ISO_8859_1).stripTrailing();
        }

        void close() {
            try {
                socket.close();
            } catch (IOException _) {
                // it is gone: that was wanted
            }
        }
    }
}
