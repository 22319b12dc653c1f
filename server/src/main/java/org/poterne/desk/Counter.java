package org.poterne.desk;

import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.AccountId;
import org.poterne.agent.Agents;
import org.poterne.assistance.AssistanceRequest;
import org.poterne.assistance.RequestNumber;
import org.poterne.assistance.Requests;
import org.poterne.tenant.TenantId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * What an agent may reach at all. A request about their own account, or about another agent's, is none for them; nor is
 * another tenant's (ASVS 5.0 8.2.2, 8.4.1).
 */
@Component
class Counter {

    private final Requests requests;
    private final Agents agents;

    Counter(Requests requests, Agents agents) {
        this.requests = requests;
        this.agents = agents;
    }

    boolean isReachable(TenantId tenant, AccountId agent, AssistanceRequest request) {
        return request.account()
                .map(account -> agents.within(tenant, agent, account).isPresent())
                .orElse(true);
    }

    AssistanceRequest request(TenantId tenant, AccountId agent, String number) {
        return RequestNumber.parse(number)
                .flatMap(parsed -> requests.find(tenant, parsed))
                .filter(request -> isReachable(tenant, agent, request))
                .orElseThrow(Counter::notFound);
    }

    /** The account that a request is about, once one was chosen. */
    Optional<Account> account(TenantId tenant, AccountId agent, AssistanceRequest request) {
        return request.account().flatMap(account -> agents.within(tenant, agent, account));
    }

    Account account(TenantId tenant, AccountId agent, AccountId sought) {
        return agents.within(tenant, agent, sought).orElseThrow(Counter::notFound);
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
