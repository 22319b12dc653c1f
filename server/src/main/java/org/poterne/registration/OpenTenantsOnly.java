package org.poterne.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Where nobody may sign up, none of these pages exists. */
final class OpenTenantsOnly implements HandlerInterceptor {

    private final Tenants tenants;

    OpenTenantsOnly(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (tenant(request).filter(this::isOpen).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return true;
    }

    private boolean isOpen(TenantId tenant) {
        return tenants.find(tenant).isPresent()
                && tenants.policy(tenant, RegistrationPolicy.class).open();
    }

    private static Optional<TenantId> tenant(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get("tenant") instanceof String name
                ? TenantId.parse(name)
                : Optional.empty();
    }
}
