package org.poterne.totp;

import io.nayuki.qrcodegen.QrCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.poterne.tenant.Tenant;

/**
 * What the page shows of a seed, for a camera, for the same telephone, and for fingers.
 *
 * @param uri opens an application on the same telephone
 * @param groups of four characters
 * @param size of the image's side, in modules
 * @param path of its dark modules, as SVG draws
 */
public record SetUpView(String uri, List<String> groups, int size, String path) {

    private static final Pattern GROUP = Pattern.compile(".{4}");
    private static final int QUIET = 4; // modules around the symbol (ISO/IEC 18004)

    /** @param account as its holder tells it from others in the application */
    static SetUpView of(Tenant tenant, String account, Seed seed) {
        var uri = uri(tenant.name(), account, seed.reveal());
        var code = QrCode.encodeText(uri, QrCode.Ecc.MEDIUM);
        var groups = GROUP.matcher(seed.reveal())
                .results()
                .map(group -> group.group())
                .toList();
        return new SetUpView(uri, groups, code.size + 2 * QUIET, path(code));
    }

    /** The key URI format that applications share; each part percent-encoded, a space too (RFC 3986). */
    private static String uri(String issuer, String account, String secret) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                .formatted(
                        encoded(issuer.replace(':', ' ')), // the colon is what parts the two
                        encoded(account),
                        secret,
                        encoded(issuer.replace(':', ' ')),
                        Seed.DIGITS,
                        Seed.STEP.toSeconds());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String path(QrCode code) {
        var path = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }

    /** It holds the seed. */
    @Override
    public String toString() {
        return "SetUpView[redacted]";
    }
}
