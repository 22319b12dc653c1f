package org.poterne.totp;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;

class SetUpViewTests {

    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    /** What the page draws is, module by module, the symbol of the address that the link holds. */
    @Test
    void theImageSaysWhatTheLinkSays() {
        var view = SetUpView.of(
                House.open().bean(Tenants.class).get(new TenantId("gimic")), "camille+gimic@example.org", Seed.fresh());
        var code = QrCode.encodeText(view.uri(), QrCode.Ecc.MEDIUM);
        var drawn = new HashSet<String>();
        MODULE.matcher(view.path()).results().forEach(module -> drawn.add(module.group(1) + " " + module.group(2)));
        assertThat(view.size()).isEqualTo(code.size + 8);
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                assertThat(drawn.contains((x + 4) + " " + (y + 4))).isEqualTo(code.getModule(x, y));
            }
        }
        assertThat(view.uri()).contains("camille%2Bgimic%40example.org", String.join("", view.groups()));
        assertThat(view.toString()).doesNotContain(view.groups().getFirst());
    }

    @Test
    void aNameWithSpacesAndAColonIsOnePartOfTheAddress() {
        var view = SetUpView.of(
                House.open().bean(Tenants.class).get(new TenantId("exigeante")), "a:b@example.org", Seed.fresh());
        assertThat(view.uri()).startsWith("otpauth://totp/L%E2%80%99Exigeante:a%3Ab%40example.org?secret=");
    }
}
