package org.poterne.challenge;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes sixteen greys as PNG (ISO/IEC 15948). The JDK's own writer starts its whole graphics toolkit, with native libraries
 * that a small server's Java may lack.
 */
final class Png {

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int BITS = 4;
    private static final int GREYS = (1 << BITS) - 1;

    private Png() {}

    /** Dark ink on light paper. */
    static byte[] of(Canvas canvas, int darkest, int lightest) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(SIGNATURE).array());
        chunk(out, "IHDR", header(canvas));
        chunk(out, "PLTE", palette(darkest, lightest));
        chunk(out, "IDAT", deflated(rows(canvas)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] header(Canvas canvas) {
        return ByteBuffer.allocate(13)
                .putInt(canvas.width())
                .putInt(canvas.height())
                .put((byte) BITS)
                .put((byte) 3) // by palette
                .put(new byte[3]) // deflate, plain filters, not interlaced
                .array();
    }

    private static byte[] palette(int darkest, int lightest) {
        var palette = ByteBuffer.allocate(3 * (GREYS + 1));
        for (var ink = 0; ink <= GREYS; ink++) {
            var grey = (byte) (lightest + (darkest - lightest) * ink / GREYS);
            palette.put(grey).put(grey).put(grey);
        }
        return palette.array();
    }

    /** Two pixels a byte, each row after the number of its filter: none. */
    private static byte[] rows(Canvas canvas) {
        var stride = 1 + (canvas.width() + 1) / 2;
        var rows = new byte[stride * canvas.height()];
        for (var y = 0; y < canvas.height(); y++) {
            for (var x = 0; x < canvas.width(); x++) {
                var ink = Math.round(canvas.ink(x, y) * GREYS);
                rows[y * stride + 1 + x / 2] |= (byte) (x % 2 == 0 ? ink << BITS : ink);
            }
        }
        return rows;
    }

    private static byte[] deflated(byte[] rows) {
        try (var deflater = new Deflater()) {
            deflater.setInput(rows);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var piece = new byte[8192];
            while (!deflater.finished()) {
                out.write(piece, 0, deflater.deflate(piece));
            }
            return out.toByteArray();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] content) {
        var named = ByteBuffer.allocate(4 + content.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        var sum = new CRC32();
        sum.update(named);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(content.length).array());
        out.writeBytes(named);
        out.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt((int) sum.getValue()).array());
    }
}
