package org.poterne.challenge;

import java.util.List;

/** A sheet on which a round pen leaves ink. Two passes over one place are not darker than one: nothing tells strokes apart. */
final class Canvas {

    private final int width;
    private final int height;
    private final float[] ink;

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.ink = new float[width * height];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** From none, 0, to full, 1. */
    float ink(int x, int y) {
        return ink[y * width + x];
    }

    void draw(List<Glyph.Point> line, double radius) {
        for (var at = 0; at < line.size() - 1; at++) {
            segment(line.get(at), line.get(at + 1), radius);
        }
    }

    /** Each pixel near it takes ink by its distance from the segment, softly over the last one. */
    private void segment(Glyph.Point from, Glyph.Point to, double radius) {
        var reach = radius + 1;
        var left = Math.max(0, (int) (Math.min(from.x(), to.x()) - reach));
        var right = Math.min(width - 1, (int) (Math.max(from.x(), to.x()) + reach));
        var top = Math.max(0, (int) (Math.min(from.y(), to.y()) - reach));
        var bottom = Math.min(height - 1, (int) (Math.max(from.y(), to.y()) + reach));
        for (var y = top; y <= bottom; y++) {
            for (var x = left; x <= right; x++) {
                var cover = (float) Math.clamp(radius + 0.5 - distance(x, y, from, to), 0, 1);
                ink[y * width + x] = Math.max(ink[y * width + x], cover);
            }
        }
    }

    private static double distance(int x, int y, Glyph.Point from, Glyph.Point to) {
        var dx = to.x() - from.x();
        var dy = to.y() - from.y();
        var square = dx * dx + dy * dy;
        var t = square == 0 ? 0 : Math.clamp(((x - from.x()) * dx + (y - from.y()) * dy) / square, 0, 1);
        var across = x - from.x() - t * dx;
        var down = y - from.y() - t * dy;
        return Math.sqrt(across * across + down * down); // Math.hypot minds overflows, and takes ten times as long
    }
}
