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

    /** A page has its colours, and beside each the edges of its letters. */
    @Test
    void whatIsRareIsPaintedInTheNearestOfWhatIsCommon() throws IOException {
        var page = new BufferedImage(128, 64, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < 128; x++) {
            for (var y = 0; y < 64; y++) {
                page.setRGB(x, y, new Color(2 * x, 2 * x, y == 0 ? 2 * x + 1 : 2 * x).getRGB());
            }
        }
        var small = Palette.reduce(png(page));
        var back = ImageIO.read(new ByteArrayInputStream(small));
        assertThat(small.length).isLessThan(png(page).length);
        for (var x = 0; x < 128; x++) {
            assertThat(back.getRGB(x, 0)).as("rare, at %d", x).isEqualTo(page.getRGB(x, 1));
            assertThat(back.getRGB(x, 1)).as("common, at %d", x).isEqualTo(page.getRGB(x, 1));
        }
    }

    private static byte[] png(BufferedImage page) throws IOException {
        var output = new ByteArrayOutputStream();
        ImageIO.write(page, "png", output);
        return output.toByteArray();
    }
}
