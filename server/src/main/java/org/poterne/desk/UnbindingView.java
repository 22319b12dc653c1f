package org.poterne.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.agent.Agents;
import org.poterne.assistance.Requests;
import org.poterne.factor.Factors;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.unbinding.Unbinding;
import org.poterne.unbinding.Unbindings;
import org.poterne.words.Words;
import org.springframework.stereotype.Component;

/** The unbindings within an agent's reach, whose they are masked. */
@Component
class UnbindingView {

    private static final int SHOWN = 50;

    private final Unbindings unbindings;
    private final Factors factors;
    private final Requests requests;
    private final Agents agents;

    UnbindingView(Unbindings unbindings, Factors factors, Requests requests, Agents agents) {
        this.unbindings = unbindings;
        this.factors = factors;
        this.requests = requests;
        this.agents = agents;
    }

    List<ShownUnbinding> ofLate(Tenant tenant, SignedInPerson agent, Locale language) {
        return unbindings.ofLate(tenant.id(), SHOWN).stream()
                .filter(unbinding -> isReachable(tenant, agent, unbinding))
                .map(unbinding -> shown(tenant, language, unbinding))
                .toList();
    }

    Optional<Unbinding> find(Tenant tenant, SignedInPerson agent, UUID id) {
        return unbindings.find(tenant.id(), id).filter(unbinding -> isReachable(tenant, agent, unbinding));
    }

    ShownUnbinding shown(Tenant tenant, Locale language, Unbinding unbinding) {
        var words = tenant.words(language);
        return new ShownUnbinding(
                unbinding,
                requests.find(tenant.id(), unbinding.request())
                        .map(request -> request.number().value())
                        .orElse(""),
                agents.name(tenant.id(), unbinding.proposedBy()),
                unbinding
                        .decidedBy()
                        .map(decider -> agents.name(tenant.id(), decider))
                        .orElse(""),
                ShownTime.of(words, tenant, unbinding.proposedAt()),
                unbinding
                        .dueAt()
                        .map(due -> ShownTime.of(words, tenant, due).shown())
                        .orElse(""),
                unbindings.reason(tenant.id(), unbinding.id()),
                held(tenant, words, unbinding.account()));
    }

    /** By their kinds: how many, and what their holder calls them, is nobody's business here. */
    List<String> held(Tenant tenant, Words words, AccountId account) {
        return factors.held(tenant.id(), account).stream()
                .map(factor -> words.say(factor.name() + ".factor.label"))
                .toList();
    }

    private boolean isReachable(Tenant tenant, SignedInPerson agent, Unbinding unbinding) {
        return agents.within(tenant.id(), agent.account(), unbinding.account()).isPresent();
    }
}
