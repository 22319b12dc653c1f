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
        if (headers.isEmpty() || device.isEmpty() || json.isEmpty()) {
            return new Heard.Nobody();
        }
        var key = device.get().key();
        if (!isSigned(tenant, request, body, key) || !nonces.spend(tenant.id(), key, headers.get())) {
            return new Heard.Nobody();
        }
        return device.get().isRevoked()
                ? new Heard.OfARevoked()
                : new Heard.Call(new SignedCall(device.get().authenticator(), json.get()));
    }

    /** By this very key, just now. Whether it was heard before is not asked: a stranger's calls fill no table. */
    boolean isSigned(Tenant tenant, HttpServletRequest request, byte[] body, DeviceKey key) {
        return CallHeaders.of(request)
                .filter(headers -> headers.isFresh(clock.instant()))
                .filter(headers ->
                        key.signed(CallText.of(tenant, request, headers, body).text(), headers.signature()))
                .isPresent();
    }
}
