package org.poterne.approval;

import org.poterne.account.AccessReduced;
import org.poterne.password.PasswordReplaced;
import org.poterne.password.PasswordWithdrawn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was asked before a password was replaced is not answered after it. */
@Component
class HalfFinished {

    private final ApprovalRequests requests;

    HalfFinished(ApprovalRequests requests) {
        this.requests = requests;
    }

    @EventListener
    void on(PasswordReplaced event) {
        requests.end(event.tenant(), event.account());
    }

    @EventListener
    void on(PasswordWithdrawn event) {
        requests.end(event.tenant(), event.account());
    }

    @EventListener
    void on(AccessReduced event) {
        requests.end(event.tenant(), event.account());
    }
}
