package org.poterne.recovery;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.poterne.device.KnownDevices;
import org.poterne.lockout.ShownLocks;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.ClientAddress;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Names that too many wrong passwords have locked. Before they ask for a letter their owners are shown part of the address it
 * goes to; so is whoever has locked a name that is nobody's. Until then nothing is looked up (RT-1).
 */
@Component
class BlockedNames {

    private final ShownLocks locks;
    private final KnownDevices devices;
    private final ShownAddresses addresses;
    private final Tenants tenants;
    private final ApplicationEventPublisher events;

    BlockedNames(
            ShownLocks locks,
            KnownDevices devices,
            ShownAddresses addresses,
            Tenants tenants,
            ApplicationEventPublisher events) {
        this.locks = locks;
        this.devices = devices;
        this.addresses = addresses;
        this.tenants = tenants;
        this.events = events;
    }

    /** Part of the address that is to be confirmed, where one is. */
    Optional<String> address(Tenant tenant, Description typed, HttpServletRequest request) {
        var procedure = tenants.policy(tenant.id(), RecoveryPolicy.class).procedure();
        if (!procedure.confirmsAddress()
                || !locks.isShut(tenant.id(), typed.identifier(), devices.of(tenant, request))) {
            return Optional.empty();
        }
        var from = ClientAddress.of(request.getRemoteAddr()).value();
        events.publishEvent(new RecoveryAddressShown(tenant.id(), from));
        return Optional.of(addresses.of(tenant.id(), typed.identifier()));
    }
}
