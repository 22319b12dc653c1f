package org.poterne.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a camera sees is the link. */
class QrImageTests {

    private static final String LINK = "https://access.example.org/jasmin/authenticator#bind=AAAAAAAAAAAAAAAAAAAAAA";
    private static final Pattern POINT = Pattern.compile("M(\\d+),(\\d+)h1v1h-1z");
    private static final int QUIET = 4;

    @Test
    void thePictureHasTheModulesOfTheLinkAndNoOther() {
        var code = QrCode.encodeText(LINK, QrCode.Ecc.MEDIUM);
        var drawn = new boolean[code.size][code.size];
        POINT.matcher(QrImage.svg(LINK))
                .results()
                .forEach(point -> drawn[Integer.parseInt(point.group(2)) - QUIET][
                        Integer.parseInt(point.group(1)) - QUIET] = true);
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                assertThat(drawn[y][x]).as(x + "," + y).isEqualTo(code.getModule(x, y));
            }
        }
    }

    @Test
    void thePictureIsInThePageItself() {
        assertThat(QrImage.of(LINK)).startsWith("data:image/svg+xml;base64,").hasSizeLessThan(40_000);
    }
}
