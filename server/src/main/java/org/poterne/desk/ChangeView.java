package org.poterne.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.account.EmailAddress;
import org.poterne.agent.Agents;
import org.poterne.assistance.AssistanceRequest;
import org.poterne.assistance.Requests;
import org.poterne.desk.ShownChange.Wanted;
import org.poterne.readdress.Readdress;
import org.poterne.readdress.Readdresses;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.stereotype.Component;

/** The changes of address within an agent's reach, both addresses masked. */
@Component
class ChangeView {

    private static final int SHOWN = 50;

    private final Readdresses changes;
    private final Requests requests;
    private final Agents agents;

    ChangeView(Readdresses changes, Requests requests, Agents agents) {
        this.changes = changes;
        this.requests = requests;
        this.agents = agents;
    }

    List<ShownChange> ofLate(Tenant tenant, SignedInPerson agent, Locale language) {
        return changes.ofLate(tenant.id(), SHOWN).stream()
                .filter(change -> isReachable(tenant, agent, change))
                .map(change -> shown(tenant, language, change))
                .toList();
    }

    Optional<Readdress> find(Tenant tenant, SignedInPerson agent, UUID id) {
        return changes.find(tenant.id(), id).filter(change -> isReachable(tenant, agent, change));
    }

    ShownChange shown(Tenant tenant, Locale language, Readdress change) {
        var words = tenant.words(language);
        return new ShownChange(
                change,
                requests.find(tenant.id(), change.request())
                        .map(request -> request.number().value())
                        .orElse(""),
                agents.name(tenant.id(), change.proposedBy()),
                change.decidedBy()
                        .map(decider -> agents.name(tenant.id(), decider))
                        .orElse(""),
                ShownTime.of(words, tenant, change.proposedAt()),
                change.dueAt()
                        .map(due -> ShownTime.of(words, tenant, due).shown())
                        .orElse(""),
                changes.reason(tenant.id(), change.id()),
                wanted(tenant, change));
    }

    private Wanted wanted(Tenant tenant, Readdress change) {
        return requests.find(tenant.id(), change.request())
                .filter(request -> request.kind() == AssistanceRequest.Kind.ADDRESS)
                .map(request -> requests.typed(tenant.id(), request).email())
                .flatMap(EmailAddress::parse)
                .map(typed -> typed.equals(change.to()) ? Wanted.AS_TYPED : Wanted.OTHERWISE)
                .orElse(Wanted.UNKNOWN);
    }

    private boolean isReachable(Tenant tenant, SignedInPerson agent, Readdress change) {
        AccountId own = agent.account();
        return agents.within(tenant.id(), own, change.account()).isPresent();
    }
}
