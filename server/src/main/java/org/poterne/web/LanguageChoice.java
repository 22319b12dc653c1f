package org.poterne.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * A language that somebody chose, by a form or by the links below each page: {@code language=de}. This browser remembers it
 * for a year; it says nothing of an account, and what is no language of the tenant is no choice.
 */
final class LanguageChoice implements HandlerInterceptor {

    static final String PARAMETER = "language";

    private static final String CHOSEN = LanguageChoice.class.getName();
    private static final Duration A_YEAR = Duration.ofDays(365);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            TenantDoor.tenant(request)
                    .ifPresent(tenant -> sent(tenant, request).ifPresent(language -> {
                        request.setAttribute(CHOSEN, language);
                        response.addHeader(
                                HttpHeaders.SET_COOKIE,
                                cookie(tenant)
                                        .set(language.toLanguageTag(), A_YEAR)
                                        .toString());
                    }));
        }
        return true;
    }

    /** With this very request, or with one before. */
    static Optional<Locale> of(Tenant tenant, HttpServletRequest request) {
        return request.getAttribute(CHOSEN) instanceof Locale now
                ? Optional.of(now)
                : cookie(tenant).read(request).flatMap(tenant::spoken);
    }

    private static Optional<Locale> sent(Tenant tenant, HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(PARAMETER)).flatMap(tenant::spoken);
    }

    private static TenantCookie cookie(Tenant tenant) {
        return new TenantCookie(tenant, "language");
    }
}
