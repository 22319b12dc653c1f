package org.poterne.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.poterne.agent.Agents;
import org.poterne.agent.DeskPolicy;
import org.poterne.session.CurrentSession;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Stands before every page of this module, those still to be written too: for whoever is signed in and no agent of the tenant
 * there is none of them (ASVS 5.0 8.2.1, 8.3.1). Whoever is not signed in is shown the door, as everywhere.
 */
@Component
class AgentsOnly implements HandlerInterceptor {

    private final Tenants tenants;
    private final Agents agents;
    private final CurrentSession session;

    AgentsOnly(Tenants tenants, Agents agents, CurrentSession session) {
        this.tenants = tenants;
        this.agents = agents;
        this.session = session;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method)) {
            var tenant = tenant(request);
            var person = tenant.flatMap(found -> session.person(found, request));
            var closed = tenant.isEmpty()
                    || !tenants.policy(tenant.get().id(), DeskPolicy.class).isOpen()
                    || person.filter(found -> !isAgent(tenant.get(), found)).isPresent();
            if (closed) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
        }
        return true;
    }

    private boolean isAgent(Tenant tenant, SignedInPerson person) {
        return agents.isAgent(tenant.id(), person.account());
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().equals(AgentsOnly.class.getPackageName());
    }

    private Optional<Tenant> tenant(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get("tenant") instanceof String name
                ? TenantId.parse(name).flatMap(tenants::find)
                : Optional.empty();
    }
}
