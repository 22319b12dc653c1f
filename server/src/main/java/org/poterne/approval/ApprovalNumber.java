package org.poterne.approval;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.poterne.key.InstallationKey;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/**
 * The number that a browser shows. It is derived from the request by a key outside the database, so that neither a copy of the
 * table nor a device tells it; it never travels to the device (NIST SP 800-63B-4 §3.1.3.1).
 */
@Component
final class ApprovalNumber {

    private final InstallationKey key;

    ApprovalNumber(InstallationKey key) {
        this.key = key;
    }

    /** So many digits, the first not zero: people leave out a leading one. */
    String of(TenantId tenant, UUID request, int digits) {
        var least = BigInteger.TEN.pow(digits - 1);
        var random = new BigInteger(1, key.mac("approval number", tenant.value(), request.toString()));
        return random.mod(least.multiply(BigInteger.valueOf(9))).add(least).toString();
    }

    boolean isRight(TenantId tenant, UUID request, int digits, String typed) {
        return MessageDigest.isEqual(
                of(tenant, request, digits).getBytes(StandardCharsets.US_ASCII),
                typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8));
    }
}
