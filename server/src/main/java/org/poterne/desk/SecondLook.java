package org.poterne.desk;

import java.util.Optional;
import org.poterne.assistance.AssistanceRequest;
import org.poterne.readdress.Readdresses;
import org.poterne.tenant.TenantId;
import org.poterne.unbinding.Unbindings;
import org.springframework.stereotype.Component;

/** What waits for a second agent. */
@Component
class SecondLook {

    private final Readdresses changes;
    private final Unbindings unbindings;

    SecondLook(Readdresses changes, Unbindings unbindings) {
        this.changes = changes;
        this.unbindings = unbindings;
    }

    /** Its page, as long as it waits. */
    Optional<String> path(TenantId tenant, AssistanceRequest request) {
        return request.account()
                .filter(_ -> request.state() == AssistanceRequest.State.SECOND)
                .flatMap(account -> changes.underWay(tenant, account)
                        .filter(change -> change.request().equals(request.id()))
                        .map(change -> "/desk/changes/" + change.id())
                        .or(() -> unbindings
                                .underWay(tenant, account)
                                .map(unbinding -> "/desk/unbindings/" + unbinding.id())));
    }
}
