package org.poterne.authenticator;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.poterne.tenant.Tenant;
import org.springframework.stereotype.Component;

/**
 * Who calls: the phone whose key signed the whole call, within two minutes, and once (63B §3.1.3.1; PU-2). No cookie plays a
 * part, so that no page elsewhere can make a phone's browser call in its name.
 */
@Component
public final class SignedCalls {

    private final Devices devices;
    private final Nonces nonces;
    private final Clock clock;

    SignedCalls(Devices devices, Nonces nonces, Clock clock) {
        this.devices = devices;
        this.nonces = nonces;
        this.clock = clock;
    }

    /** @param body as it was received; what is no JSON object is no call */
    public Optional<SignedCall> read(Tenant tenant, HttpServletRequest request, byte[] body) {
        return hear(tenant, request, body) instanceof Heard.Call(var call) ? Optional.of(call) : Optional.empty();
    }

    Heard hear(Tenant tenant, HttpServletRequest request, byte[] body) {
        var headers = CallHeaders.of(request);
        var device = headers.flatMap(CallHeaders::device).flatMap(id -> devices.find(tenant.id(), id));
        var json = CallBody.parse(body);
        return headers.isPresent()
                        && device.isPresent()
                        && json.isPresent()
                        && isSigned(
                                tenant,
                                request,
                                headers.get(),
                                body,
                                device.get().key())
                ? (device.get().isRevoked()
                        ? new Heard.OfARevoked()
                        : new Heard.Call(new SignedCall(device.get().authenticator(), json.get())))
                : new Heard.Nobody();
    }

    /** Whether this very key signed it: for the first call of a phone that is nobody's yet. */
    boolean isSigned(Tenant tenant, HttpServletRequest request, byte[] body, DeviceKey key) {
        return CallHeaders.of(request)
                .filter(headers -> isSigned(tenant, request, headers, body, key))
                .isPresent();
    }

    private boolean isSigned(
            Tenant tenant, HttpServletRequest request, CallHeaders headers, byte[] body, DeviceKey key) {
        return headers.isFresh(clock.instant())
                && key.signed(CallText.of(tenant, request, headers, body).text(), headers.signature())
                && nonces.spend(tenant.id(), key, headers);
    }
}
