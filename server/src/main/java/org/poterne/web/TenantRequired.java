package org.poterne.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** No page of a tenant is served where the door found none, whether or not the page asks for it. */
final class TenantRequired implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var isTenants =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.containsKey("tenant");
        if (isTenants && TenantDoor.tenant(request).isEmpty()) {
            throw new NoSuchTenant();
        }
        return true;
    }
}
