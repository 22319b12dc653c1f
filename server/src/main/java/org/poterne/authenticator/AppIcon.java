package org.poterne.authenticator;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * The arched door in a tenant's colour, as a PNG (RFC 2083): telephones take no vector picture for the icon of an application,
 * and a server may have no library that draws.
 */
final class AppIcon {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int SAMPLES = 4; // a side of each point, so that edges are smooth
    private static final Map<String, byte[]> DRAWN = new ConcurrentHashMap<>();

    private AppIcon() {}

    /** @param colour as the tenant file has it: {@code #1d4f91} */
    static byte[] png(String colour, int size) {
        return DRAWN.computeIfAbsent(colour + size, _ -> draw(Integer.parseInt(colour.substring(1), 16), size))
                .clone();
    }

    private static byte[] draw(int colour, int size) {
        var png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        chunk(png, "IHDR", header(size));
        chunk(png, "IDAT", deflated(points(colour, size)));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    /** Eight bits each of red, green and blue. */
    private static byte[] header(int size) {
        return new byte[] {0, 0, (byte) (size >> 8), (byte) size, 0, 0, (byte) (size >> 8), (byte) size, 8, 2, 0, 0, 0};
    }

    /** Each line behind a byte that says: as it stands. */
    private static byte[] points(int colour, int size) {
        var lines = new ByteArrayOutputStream(size * (3 * size + 1));
        for (var y = 0; y < size; y++) {
            lines.write(0);
            for (var x = 0; x < size; x++) {
                var white = whiteness(x, y, size);
                for (var shift = 16; shift >= 0; shift -= 8) {
                    var ground = colour >> shift & 255;
                    lines.write((int) Math.round(ground + (255 - ground) * white));
                }
            }
        }
        return lines.toByteArray();
    }

    private static double whiteness(int x, int y, int size) {
        var inside = 0;
        for (var i = 0; i < SAMPLES; i++) {
            for (var j = 0; j < SAMPLES; j++) {
                inside += isDoor((x + (i + .5) / SAMPLES) / size, (y + (j + .5) / SAMPLES) / size) ? 1 : 0;
            }
        }
        return (double) inside / (SAMPLES * SAMPLES);
    }

    /** The doorway and its keystone, within the middle that every system's mask leaves. */
    private static boolean isDoor(double x, double y) {
        var aside = Math.abs(x - .5);
        var doorway = aside <= .17 && y <= .76 && (y >= .47 || Math.hypot(aside, y - .47) <= .17);
        var keystone = y >= .19 && y <= .265 && aside <= .06 - (y - .19) * .3;
        return doorway || keystone;
    }

    private static byte[] deflated(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION))) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(data);
        var out = new DataOutputStream(png);
        try {
            out.writeInt(data.length);
            out.write(name);
            out.write(data);
            out.writeInt((int) sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
