package org.poterne.approval;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.poterne.device.DeviceId;
import org.poterne.device.KnownDevices;
import org.poterne.session.SessionOrigin;
import org.poterne.tenant.Tenant;

/** The browser that asks: where it is, and what it is known by, if it is. */
public record Asker(SessionOrigin origin, Optional<DeviceId> device) {

    public static Asker of(Tenant tenant, HttpServletRequest request, KnownDevices devices) {
        return new Asker(SessionOrigin.of(request), devices.of(tenant, request));
    }
}
