package org.poterne.device;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.poterne.key.InstallationKey;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/**
 * What the device cookie holds: the browser's name, signed for its tenant. It opens nothing: it only chooses in which lane
 * a guess is counted (OWASP "Slow Down Online Guessing Attacks with Device Cookies").
 */
@Component
final class DeviceCookie {

    static final Duration LIFE = Duration.ofDays(180);

    private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})\\.([A-Za-z0-9_-]{43})");
    private static final String PURPOSE = "device cookie";

    private final InstallationKey key;

    DeviceCookie(InstallationKey key) {
        this.key = key;
    }

    String write(TenantId tenant, DeviceId device) {
        return device + "." + signature(tenant, device.toString());
    }

    /** @return nothing for what we did not sign, and for what we signed for another tenant */
    Optional<DeviceId> read(TenantId tenant, String cookie) {
        var matcher = FORM.matcher(cookie);
        if (!matcher.matches() || !isSame(signature(tenant, matcher.group(1)), matcher.group(2))) {
            return Optional.empty();
        }
        return Optional.of(new DeviceId(UUID.fromString(matcher.group(1))));
    }

    private String signature(TenantId tenant, String device) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.mac(PURPOSE, tenant.value(), device));
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                other.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
