package org.poterne.authenticator;

import io.nayuki.qrcodegen.QrCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A link as a picture for a telephone's camera (ISO/IEC 18004), drawn as one path. */
final class QrImage {

    /** White around it that cameras need, in modules. */
    private static final int QUIET = 4;

    private QrImage() {}

    /** For {@code <img src>}: nothing of it is fetched. */
    static String of(String link) {
        return "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(svg(link).getBytes(StandardCharsets.UTF_8));
    }

    /** Black on white in dark surroundings too: many cameras read no other. */
    static String svg(String link) {
        var code = QrCode.encodeText(link, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d,%dh1v1h-1z".formatted(x + QUIET, y + QUIET));
                }
            }
        }
        var side = code.size + 2 * QUIET;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\"><path fill=\"#fff\" d=\"M0,0h%dv%dH0z\"/><path d=\"%s\"/></svg>"
                .formatted(side, side, side, side, path);
    }
}
