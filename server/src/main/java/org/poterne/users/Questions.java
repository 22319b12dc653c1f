package org.poterne.users;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.poterne.access.AccessRequest;
import org.poterne.access.AccessRequests;
import org.poterne.access.RequestView;
import org.poterne.access.ShownRequest;
import org.poterne.membership.Administrator;
import org.poterne.tenant.Tenant;
import org.springframework.stereotype.Component;

/** What other establishments ask of this one, and this one of others. */
@Component
class Questions {

    private final AccessRequests requests;
    private final RequestView view;
    private final Clock clock;

    Questions(AccessRequests requests, RequestView view, Clock clock) {
        this.requests = requests;
        this.view = view;
        this.clock = clock;
    }

    List<ShownRequest> waiting(Tenant tenant, Locale language, Administrator administrator) {
        return requests.waitingAt(tenant.id(), administrator.establishment().id()).stream()
                .map(request -> view.of(tenant, language, request))
                .toList();
    }

    List<AskedRow> asked(Tenant tenant, Locale language, Administrator administrator) {
        return requests.askedFrom(tenant.id(), administrator.establishment().id()).stream()
                .map(request -> new AskedRow(view.of(tenant, language, request), state(request)))
                .toList();
    }

    private String state(AccessRequest request) {
        return switch (request.state()) {
            case PENDING -> request.isExpired(clock.instant()) ? "expired" : "waiting";
            case REFUSED -> "refused";
            case ACCEPTED, WITHDRAWN -> throw new IllegalStateException("no question any more: " + request.id());
        };
    }
}
