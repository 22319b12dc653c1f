package org.poterne.guidebook;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Repaints a picture with its {@value #MOST} commonest colours. A page has few, and the edges of its letters: nobody sees the
 * difference, and the file is a third of the size.
 */
final class Palette {

    private static final int MOST = 128;

    private Palette() {}

    static byte[] reduce(byte[] png) {
        try {
            var whole = ImageIO.read(new ByteArrayInputStream(png));
            var output = new ByteArrayOutputStream();
            ImageIO.write(repainted(whole), "png", output);
            return output.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage repainted(BufferedImage whole) {
        var width = whole.getWidth();
        var height = whole.getHeight();
        var pixels = whole.getRGB(0, 0, width, height, new int[width * height], 0, width);
        var colours = commonest(pixels);
        var painted = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model(colours));
        var places = new HashMap<Integer, Integer>();
        for (var i = 0; i < pixels.length; i++) {
            pixels[i] = places.computeIfAbsent(pixels[i], colour -> nearest(colours, colour));
        }
        painted.getRaster().setPixels(0, 0, width, height, pixels);
        return painted;
    }

    private static int[] commonest(int[] pixels) {
        var counts = new HashMap<Integer, Integer>();
        for (var pixel : pixels) {
            counts.merge(pixel, 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(MOST)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private static IndexColorModel model(int[] colours) {
        return new IndexColorModel(8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    }

    private static int nearest(int[] colours, int wanted) {
        var best = 0;
        var least = Integer.MAX_VALUE;
        for (var i = 0; i < colours.length; i++) {
            var red = (colours[i] >> 16 & 255) - (wanted >> 16 & 255);
            var green = (colours[i] >> 8 & 255) - (wanted >> 8 & 255);
            var blue = (colours[i] & 255) - (wanted & 255);
            var distance = 3 * red * red + 4 * green * green + 2 * blue * blue; // as eyes weigh them
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}
