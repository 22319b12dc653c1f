package org.poterne.holder;

import java.util.List;
import org.poterne.account.AccountId;
import org.poterne.device.KnownDevices;
import org.poterne.factor.Factors;
import org.poterne.holder.AccountCopy.Device;
import org.poterne.holder.AccountCopy.SecondFactor;
import org.poterne.holder.AccountCopy.Session;
import org.poterne.session.OwnSessions;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/** What opens an account, for its copy: names and days, and nothing that would open it. */
@Component
class AccessCopies {

    private final OwnSessions sessions;
    private final KnownDevices devices;
    private final Factors factors;

    AccessCopies(OwnSessions sessions, KnownDevices devices, Factors factors) {
        this.sessions = sessions;
        this.devices = devices;
        this.factors = factors;
    }

    List<Session> sessions(TenantId tenant, AccountId account) {
        return sessions.of(tenant, account).stream().map(Session::of).toList();
    }

    List<Device> devices(TenantId tenant, AccountId account) {
        return devices.list(tenant, account).stream().map(Device::of).toList();
    }

    List<SecondFactor> factors(TenantId tenant, AccountId account) {
        return factors.held(tenant, account).stream()
                .map(factor -> SecondFactor.of(factor.name(), factor.bound(tenant, account)))
                .toList();
    }
}
