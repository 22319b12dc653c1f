package org.poterne.access;

import org.poterne.membership.AccessEnded;
import org.poterne.membership.Memberships;
import org.poterne.membership.RightsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What somebody had asked for dies with the rights it was asked with, in the transaction that takes them (DA-5). */
@Component
class RequestsOfTheRemoved {

    private final AccessRequests requests;
    private final Memberships memberships;

    RequestsOfTheRemoved(AccessRequests requests, Memberships memberships) {
        this.requests = requests;
        this.memberships = memberships;
    }

    @EventListener
    void on(AccessEnded event) {
        requests.withdrawAllOf(event.tenant(), event.establishment(), event.account());
    }

    @EventListener
    void on(RightsChanged event) {
        if (memberships
                .administrator(event.tenant(), event.establishment(), event.account())
                .isEmpty()) {
            requests.withdrawAskedBy(event.tenant(), event.establishment(), event.account());
        }
    }
}
