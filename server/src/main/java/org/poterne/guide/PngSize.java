package org.poterne.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Width and height as a PNG begins with them (PNG, third edition, §5.2, §11.2.1). What has none is no picture. */
record PngSize(int width, int height) {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private static final int AT_WIDTH = 16;
    private static final int HEADER = 24; // bytes, with the height
    private static final int LARGEST = 10_000; // pixels

    static Optional<PngSize> of(Path file) {
        try (var content = Files.newInputStream(file)) {
            var header = content.readNBytes(HEADER);
            if (header.length < HEADER || !Arrays.equals(header, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
                return Optional.empty();
            }
            var size = ByteBuffer.wrap(header, AT_WIDTH, HEADER - AT_WIDTH);
            return Optional.of(new PngSize(size.getInt(), size.getInt())).filter(PngSize::isSane);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private boolean isSane() {
        return width > 0 && width <= LARGEST && height > 0 && height <= LARGEST;
    }
}
