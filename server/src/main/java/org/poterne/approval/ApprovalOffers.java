package org.poterne.approval;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.device.KnownDevices;
import org.poterne.tenant.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether a request is shown to its account's devices. Whoever starts many wears their holder out until one is approved (ASVS
 * 5.0 6.6.4): few are shown, then none, and the holder is written to. Browsers that the account knows have a count of their
 * own, so that a stranger cannot use up the owner's.
 */
@Component
class ApprovalOffers {

    private static final int UNANSWERED = 10;

    private final ApprovalRequests requests;
    private final ApprovalHolders holders;
    private final KnownDevices devices;
    private final ApprovalBudget budget;
    private final ApplicationEventPublisher events;

    ApprovalOffers(
            ApprovalRequests requests,
            ApprovalHolders holders,
            KnownDevices devices,
            ApprovalBudget budget,
            ApplicationEventPublisher events) {
        this.requests = requests;
        this.holders = holders;
        this.devices = devices;
        this.budget = budget;
        this.events = events;
    }

    /** @return until when its devices may answer; nothing when it is shown to none */
    @Transactional
    public Optional<Instant> offer(TenantId tenant, UUID request, AccountId account, Asker asker) {
        var holder = holders.hold(tenant, account);
        if (holder.isPaused()) {
            return Optional.empty();
        }
        var who = who(tenant, account, asker);
        requests.makeRoom(tenant, account);
        if (requests.isPending(tenant, account, who)) {
            return Optional.empty();
        }
        if (holder.unanswered() >= UNANSWERED || !budget.grants(tenant, account, who)) {
            holders.silenced(tenant, account)
                    .ifPresent(now -> events.publishEvent(new ApprovalsSilenced(tenant, account, now)));
            return Optional.empty();
        }
        return requests.show(tenant, request, account, who).map(shown -> {
            holders.shown(tenant, account);
            var from = asker.origin().address().value();
            events.publishEvent(new ApprovalShown(tenant, account, shown.action(), from));
            return shown.until();
        });
    }

    private AskedBy who(TenantId tenant, AccountId account, Asker asker) {
        return asker.device().filter(id -> devices.knows(tenant, account, id)).isPresent()
                ? AskedBy.KNOWN
                : AskedBy.STRANGERS;
    }
}
