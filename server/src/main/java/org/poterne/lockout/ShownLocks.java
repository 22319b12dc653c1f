package org.poterne.lockout;

import java.util.Optional;
import org.poterne.device.DeviceId;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/**
 * Whether a name is locked, as whoever typed it was told at the door: by what was typed, be it nobody's. No account is looked
 * up, so that the question costs the same for every name and its answer tells of none (EN-7; Keycloak #51887).
 */
@Component
public class ShownLocks {

    private final Lanes lanes;
    private final Counters counters;

    ShownLocks(Lanes lanes, Counters counters) {
        this.lanes = lanes;
        this.counters = counters;
    }

    /** @param device the browser's: failures on one that the account knows are told there alone */
    public boolean isShut(TenantId tenant, String typed, Optional<DeviceId> device) {
        return lanes.shown(tenant, typed, device).stream().anyMatch(lane -> counters.isShut(tenant, lane));
    }
}
