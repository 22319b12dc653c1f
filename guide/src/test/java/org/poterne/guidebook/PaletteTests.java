package org.poterne.guidebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PaletteTests {

    @Test
    void aPictureOfFewColoursKeepsThemAll() throws IOException {
        var page = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < 40; x++) {
            for (var y = 0; y < 30; y++) {
                page.setRGB(x, y, new Color(x * 6, 0, y % 3 * 80).getRGB());
            }
        }
        var back = ImageIO.read(new ByteArrayInputStream(Palette.reduce(png(page))));
        for (var x = 0; x < 40; x++) {
            for (var y = 0; y < 30; y++) {
                assertThat(back.getRGB(x, y)).isEqualTo(page.getRGB(x, y));
            }
        }
    }

    @Test
    void aPictureOfManyColoursIsHardlyChanged() throws IOException {
        var page = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < 256; x++) {
            for (var y = 0; y < 256; y++) {
                page.setRGB(x, y, new Color(x, x, Math.min(255, x + y / 64)).getRGB());
            }
        }
        var small = Palette.reduce(png(page));
        var back = ImageIO.read(new ByteArrayInputStream(small));
        assertThat(small.length).isLessThan(png(page).length);
        for (var x = 0; x < 256; x++) {
            assertThat(new Color(back.getRGB(x, 0)).getRed()).isBetween(x - 6, x + 6);
        }
    }

    private static byte[] png(BufferedImage page) throws IOException {
        var output = new ByteArrayOutputStream();
        ImageIO.write(page, "png", output);
        return output.toByteArray();
    }
}
