package org.poterne.assistance;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** What whoever asked sees of their request: its number, how far it is, and the two codes while they are good. */
@Component
final class AskerView {

    private final Requests requests;
    private final Codes codes;
    private final Tenants tenants;

    AskerView(Requests requests, Codes codes, Tenants tenants) {
        this.requests = requests;
        this.codes = codes;
        this.tenants = tenants;
    }

    Optional<Map<String, ?>> of(TenantId tenant, UUID request) {
        return requests.find(tenant, request).map(found -> of(tenant, found));
    }

    /** Codes that were sent by letter are read there. */
    Map<String, ?> of(TenantId tenant, AssistanceRequest request) {
        var shown = codes.of(tenant, request.id())
                .filter(_ -> codes.state(tenant, request.id()).source() == CodeState.Source.PAGE);
        return Map.of(
                "request", request,
                "codes", shown,
                "hours",
                        tenants.policy(tenant, AssistancePolicy.class)
                                .answerWithin()
                                .toHours());
    }
}
