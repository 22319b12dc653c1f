package org.poterne.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.poterne.account.AccountId;
import org.poterne.key.InstallationKey;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Knows the browser that sent a sign-up: whoever confirms from it chose the password, and is not asked for it again. Signed
 * for one tenant and one sign-up, with its hour inside: a cookie that was kept, planted or made up says nothing. A sign-up
 * sent again makes another account, so the cookie of the earlier one says nothing either.
 */
@Component
final class SignUpBrowser {

    private static final Duration LIFE = Duration.ofHours(24); // the longest that a link may be good
    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

    private final InstallationKey key;
    private final Clock clock;

    SignUpBrowser(InstallationKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    ResponseCookie remember(Tenant tenant, AccountId account) {
        var until = clock.instant().plus(LIFE).getEpochSecond();
        return cookie(tenant).set(account + "." + until + "." + signature(tenant, account, until), LIFE);
    }

    ResponseCookie forget(Tenant tenant) {
        return cookie(tenant).clear();
    }

    /** Whether this browser sent the sign-up that made the account, not too long ago. */
    boolean sent(Tenant tenant, AccountId account, HttpServletRequest request) {
        return cookie(tenant)
                .read(request)
                .filter(value -> says(tenant, account, value))
                .isPresent();
    }

    private boolean says(Tenant tenant, AccountId account, String value) {
        var parts = FORM.matcher(value);
        if (!parts.matches()) {
            return false;
        }
        var named = new AccountId(UUID.fromString(parts.group(1)));
        var until = Long.parseLong(parts.group(2));
        return named.equals(account)
                && clock.instant().isBefore(Instant.ofEpochSecond(until))
                && MessageDigest.isEqual(ascii(parts.group(3)), ascii(signature(tenant, named, until)));
    }

    private String signature(Tenant tenant, AccountId account, long until) {
        var mac = key.mac("sign-up browser", tenant.id().value(), account.toString(), String.valueOf(until));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static TenantCookie cookie(Tenant tenant) {
        return new TenantCookie(tenant, "sign-up");
    }
}
