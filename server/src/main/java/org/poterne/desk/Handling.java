package org.poterne.desk;

import org.poterne.account.AccountId;
import org.poterne.agent.Act;
import org.poterne.agent.Deed;
import org.poterne.agent.Journal;
import org.poterne.agent.Verifications;
import org.poterne.assistance.AssistanceRequest;
import org.poterne.assistance.AssistanceRequest.Result;
import org.poterne.assistance.RequestHands;
import org.poterne.assistance.RequestIntake;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a request, each move written down in its own transaction. */
@Component
class Handling {

    private final RequestHands hands;
    private final RequestIntake intake;
    private final Verifications verifications;
    private final Journal journal;

    Handling(RequestHands hands, RequestIntake intake, Verifications verifications, Journal journal) {
        this.hands = hands;
        this.intake = intake;
        this.verifications = verifications;
        this.journal = journal;
    }

    @Transactional
    public boolean take(TenantId tenant, AssistanceRequest request, AccountId agent) {
        return written(tenant, request, Deed.by(agent, Act.REQUEST_TAKEN), hands.take(tenant, request, agent));
    }

    /** What was verified opens nothing any more. */
    @Transactional
    public boolean giveBack(TenantId tenant, AssistanceRequest request, AccountId agent) {
        verifications.end(tenant, agent, request.id());
        return written(tenant, request, Deed.by(agent, Act.REQUEST_GIVEN_BACK), hands.giveBack(tenant, request, agent));
    }

    @Transactional
    public boolean close(TenantId tenant, AssistanceRequest request, AccountId agent, Result result) {
        verifications.end(tenant, agent, request.id());
        return written(
                tenant, request, Deed.by(agent, Act.REQUEST_CLOSED), hands.close(tenant, request, agent, result));
    }

    @Transactional
    public AssistanceRequest call(TenantId tenant, AccountId agent, AccountId account) {
        var request = intake.call(tenant, agent, account);
        journal.enter(tenant, Deed.by(agent, Act.CALL_OPENED).on(account).about(request.id()));
        return request;
    }

    @Transactional
    public boolean choose(TenantId tenant, AssistanceRequest request, AccountId agent, AccountId account) {
        return written(
                tenant,
                request,
                Deed.by(agent, Act.ACCOUNT_CHOSEN).on(account),
                hands.bind(tenant, request, agent, account));
    }

    private boolean written(TenantId tenant, AssistanceRequest request, Deed deed, boolean done) {
        if (done) {
            var about = deed.about(request.id());
            journal.enter(
                    tenant, deed.account().or(request::account).map(about::on).orElse(about));
        }
        return done;
    }
}
