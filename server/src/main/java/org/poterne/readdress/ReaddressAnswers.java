package org.poterne.readdress;

import java.util.Optional;
import org.poterne.readdress.Readdress.State;
import org.poterne.tenant.TenantId;
import org.poterne.token.OneTimeToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the two mailboxes answer: the new one that it is read, the old one that it does not agree. */
@Component
class ReaddressAnswers {

    private final ReaddressLinks links;
    private final Steps steps;
    private final ReaddressDesk desk;

    ReaddressAnswers(ReaddressLinks links, Steps steps, ReaddressDesk desk) {
        this.links = links;
        this.steps = steps;
        this.desk = desk;
    }

    /** The change that a link is about, while it is good. */
    Optional<Readdress> look(TenantId tenant, ReaddressLink link, OneTimeToken token) {
        return links.look(tenant, link, token);
    }

    /** @return whether the link was good: of many hands, one confirms */
    @Transactional
    public boolean confirm(TenantId tenant, OneTimeToken token) {
        var confirmed =
                links.redeem(tenant, ReaddressLink.CONFIRM, token).filter(change -> steps.confirm(tenant, change.id()));
        confirmed.ifPresent(change -> desk.confirmed(tenant, change));
        return confirmed.isPresent();
    }

    /** @return whether the link was good: until the change is made, and then no more */
    @Transactional
    public boolean cancel(TenantId tenant, OneTimeToken token) {
        var cancelled = links.redeem(tenant, ReaddressLink.CANCEL, token)
                .filter(change -> steps.end(tenant, change.id(), State.CANCELLED));
        cancelled.ifPresent(change -> desk.cancelled(tenant, change));
        return cancelled.isPresent();
    }
}
