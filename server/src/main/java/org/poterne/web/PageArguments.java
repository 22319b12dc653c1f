package org.poterne.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.poterne.session.CurrentSession;
import org.poterne.session.Destination;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * What a page may ask for as a parameter: its {@link Tenant}, and the {@code Optional<SignedInPerson>} before it. A page
 * that asks for a {@link SignedInPerson} is closed to everybody else, before anything of it runs.
 */
@Component
final class PageArguments implements HandlerMethodArgumentResolver {

    private static final Set<String> LOOKING = Set.of("GET", "HEAD");

    private final CurrentSession session;

    PageArguments(CurrentSession session) {
        this.session = session;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Tenant.class
                || parameter.nestedIfOptional().getNestedParameterType() == SignedInPerson.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var http = Optional.ofNullable(request.getNativeRequest(HttpServletRequest.class))
                .orElseThrow(() -> new IllegalStateException("no servlet request"));
        var tenant = TenantDoor.tenant(http).orElseThrow(NoSuchTenant::new);
        if (parameter.getParameterType() == Tenant.class) {
            return tenant;
        }
        var person = session.person(tenant, http);
        return parameter.isOptional() ? person : person.orElseThrow(() -> new NotSignedIn(tenant, to(http)));
    }

    /** Asked for again after the door. What was posted is not: it is gone. */
    private static Destination to(HttpServletRequest request) {
        return LOOKING.contains(request.getMethod())
                ? Destination.at(belowTenant(request)).orElse(Destination.HOME)
                : Destination.HOME;
    }

    /** The path of a tenant's page without the tenant: {@code /sign-in}. */
    static String belowTenant(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.substring(Math.max(0, path.indexOf('/', 1)));
    }
}
