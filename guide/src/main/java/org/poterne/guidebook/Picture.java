package org.poterne.guidebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page with its marks, as PNG. */
public final class Picture {

    /** Bytes: a guide is read on a phone, and often far from a good network. */
    static final int MOST = 80_000;

    private final byte[] png;
    private final int width;
    private final int height;
    private final String alternative;

    /**
     * @param width in pixels of the file
     * @param height in pixels of the file
     * @param alternative what it shows, for whoever does not see it
     */
    Picture(byte[] png, int width, int height, String alternative) {
        this.png = png;
        this.width = width;
        this.height = height;
        this.alternative = alternative;
    }

    /** In CSS pixels. */
    public int shownWidth() {
        return Browsers.WIDTH;
    }

    /** In CSS pixels. */
    public int shownHeight() {
        return Math.round((float) height * Browsers.WIDTH / width);
    }

    public String alternative() {
        return alternative;
    }

    void write(Path file) throws IOException {
        Files.write(file, png);
    }
}
