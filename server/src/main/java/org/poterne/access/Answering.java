package org.poterne.access;

import java.util.Locale;
import java.util.function.BiFunction;
import org.poterne.access.AccessAnswered.Answer;
import org.poterne.access.AccessRequest.State;
import org.poterne.membership.Administrator;
import org.poterne.membership.Memberships;
import org.poterne.tenant.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The answering side: whoever administers the establishment that was asked, and holds what they give. */
@Component
class Answering {

    private final AccessRequests requests;
    private final AccessLetters letters;
    private final Memberships memberships;
    private final ApplicationEventPublisher events;

    Answering(
            AccessRequests requests, AccessLetters letters, Memberships memberships, ApplicationEventPublisher events) {
        this.requests = requests;
        this.letters = letters;
        this.memberships = memberships;
        this.events = events;
    }

    @Transactional
    public AnswerOutcome accept(TenantId tenant, Administrator by, AccessRequestId id, Locale language) {
        return deciding(tenant, by, id, (administrator, request) -> {
            if (!administrator.mayGrant(request.rights())) {
                return AnswerOutcome.BEYOND_OWN_RIGHTS;
            }
            if (!requests.close(tenant, id, State.ACCEPTED)) {
                return AnswerOutcome.GONE;
            }
            memberships.grant(tenant, administrator.establishment().id(), request.account(), request.rights());
            letters.oweAnswer(tenant, id, language);
            return answered(tenant, by, id, Answer.ACCEPTED);
        });
    }

    @Transactional
    public AnswerOutcome refuse(TenantId tenant, Administrator by, AccessRequestId id) {
        return deciding(
                tenant,
                by,
                id,
                (_, _) -> requests.close(tenant, id, State.REFUSED)
                        ? answered(tenant, by, id, Answer.REFUSED)
                        : AnswerOutcome.GONE);
    }

    private AnswerOutcome answered(TenantId tenant, Administrator by, AccessRequestId id, Answer answer) {
        events.publishEvent(new AccessAnswered(tenant, id.value(), by.own().account(), answer));
        return AnswerOutcome.DONE;
    }

    private AnswerOutcome deciding(
            TenantId tenant,
            Administrator by,
            AccessRequestId id,
            BiFunction<Administrator, AccessRequest, AnswerOutcome> decision) {
        var establishment = by.establishment().id();
        return memberships
                .deciding(tenant, establishment, by.own().account())
                .flatMap(administrator -> requests.waitingAt(tenant, establishment, id)
                        .map(request -> decision.apply(administrator, request)))
                .orElse(AnswerOutcome.GONE);
    }
}
