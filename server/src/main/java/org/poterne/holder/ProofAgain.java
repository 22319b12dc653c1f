package org.poterne.holder;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.poterne.holder.ChangeOutcome.Reason;
import org.poterne.session.CurrentSession;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.TooMany;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ModelAndViewDefiningException;

/**
 * Stands before each {@link Sensitive} post. Whoever showed the password a while ago is asked for it on a page that holds all
 * that was sent, and sends it on: nothing typed is lost, and nothing is done before.
 */
@Component
class ProofAgain implements HandlerInterceptor {

    static final String CURRENT = "current";
    private static final String FORM_TOKEN = "_csrf";

    private final Tenants tenants;
    private final CurrentSession currentSession;
    private final OwnPages pages;
    private final OwnPassword ownPassword;
    private final Clock clock;

    ProofAgain(Tenants tenants, CurrentSession currentSession, OwnPages pages, OwnPassword ownPassword, Clock clock) {
        this.tenants = tenants;
        this.currentSession = currentSession;
        this.pages = pages;
        this.ownPassword = ownPassword;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws ModelAndViewDefiningException {
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(Sensitive.class)) {
            var tenant = tenant(request);
            var person = tenant.flatMap(found -> currentSession.person(found, request));
            if (tenant.isPresent() && person.isPresent() && !person.get().isFresh(clock.instant())) {
                prove(tenant.get(), person.get(), request, response);
            }
        }
        return true; // nobody signed in: the page itself is closed to them
    }

    private void prove(Tenant tenant, SignedInPerson person, HttpServletRequest request, HttpServletResponse response)
            throws ModelAndViewDefiningException {
        if (request.getParameter(CURRENT) == null) {
            throw new ModelAndViewDefiningException(page(tenant, person, request, ""));
        }
        switch (ownPassword.confirm(tenant.id(), person.account(), pages.typed(tenant, request))) {
            case Confirmation.Right _ -> currentSession.proved(tenant, request, response);
            case Confirmation.Wrong() ->
                throw new ModelAndViewDefiningException(page(tenant, person, request, Reason.WRONG.key()));
            case Confirmation.Locked() ->
                throw new ModelAndViewDefiningException(page(tenant, person, request, Reason.LOCKED.key()));
            case Confirmation.TooOften(var pause) ->
                throw new ModelAndViewDefiningException(TooMany.page(pause, response));
        }
    }

    /** @param reason key of why the password was refused; empty when it was not asked yet */
    private ModelAndView page(Tenant tenant, SignedInPerson person, HttpServletRequest request, String reason) {
        var sent = new TreeMap<String, String>();
        request.getParameterMap().forEach((name, values) -> sent.put(name, values[0]));
        sent.keySet().removeAll(Set.of(CURRENT, FORM_TOKEN));
        var page = pages.page(
                tenant,
                person,
                "holder/prove",
                Map.of("action", tenant.path(pathOf(request)), "sent", Map.copyOf(sent), "reason", reason));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** Behind the tenant's own segment. */
    private static String pathOf(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.substring(path.indexOf('/', 1));
    }

    private Optional<Tenant> tenant(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get("tenant") instanceof String name
                ? TenantId.parse(name).flatMap(tenants::find)
                : Optional.empty();
    }
}
