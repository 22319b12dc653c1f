package org.poterne.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.poterne.account.Account;
import org.poterne.account.AccountId;
import org.poterne.agent.Act;
import org.poterne.agent.Deed;
import org.poterne.agent.DeskPolicy;
import org.poterne.agent.Journal;
import org.poterne.agent.Verifications;
import org.poterne.assistance.AssistanceRequest;
import org.poterne.assistance.Codes;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts the proofs: those that the agent says they checked, and the codes, which nobody but us can say. */
@Component
class Verifying {

    private final Verifications verifications;
    private final Codes codes;
    private final Journal journal;
    private final Tenants tenants;
    private final Clock clock;

    Verifying(Verifications verifications, Codes codes, Journal journal, Tenants tenants, Clock clock) {
        this.verifications = verifications;
        this.codes = codes;
        this.journal = journal;
        this.tenants = tenants;
        this.clock = clock;
    }

    boolean codesStand(TenantId tenant, AssistanceRequest request) {
        return codes.state(tenant, request.id()).provesAccount(clock.instant());
    }

    void opened(TenantId tenant, AccountId agent, AssistanceRequest request, Account account) {
        journal.enter(
                tenant, Deed.by(agent, Act.VERIFICATION_OPENED).on(account.id()).about(request.id()));
    }

    @Transactional
    public boolean verify(
            TenantId tenant, AccountId agent, AssistanceRequest request, Account account, List<String> ticked) {
        var proofs = new ArrayList<>(ticked);
        if (codesStand(tenant, request)) {
            proofs.add(DeskPolicy.CODES);
        }
        var deed = Deed.by(agent, Act.VERIFIED).on(account.id()).about(request.id());
        if (!tenants.policy(tenant, DeskPolicy.class).isEnough(proofs)) {
            journal.enter(tenant, new Deed(agent, Act.NOT_VERIFIED, deed.account(), deed.request()));
            return false;
        }
        verifications.stand(tenant, deed, proofs);
        return true;
    }
}
