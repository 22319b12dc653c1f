package org.poterne.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Every page's path begins with a tenant, which to Spring is a variable: it would hold each request against the patterns of all
 * pages, two hundred of them. What follows the tenant is a plain text nearly always, and is compared first.
 */
final class TenantMappings extends RequestMappingHandlerMapping {

    private static final String TENANT = "/{tenant}";

    private final Map<RequestMappingInfo, Optional<String>> tails = new ConcurrentHashMap<>();

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo page, HttpServletRequest request) {
        var tail = tails.computeIfAbsent(page, TenantMappings::tail);
        return tail.isEmpty() || endsIn(tail.get(), request) ? super.getMatchingMapping(page, request) : null;
    }

    /** Of a page whose path has no other variable. */
    private static Optional<String> tail(RequestMappingInfo page) {
        var patterns = page.getPatternValues();
        return Optional.of(patterns)
                .filter(all -> all.size() == 1)
                .map(all -> all.iterator().next())
                .filter(pattern -> pattern.startsWith(TENANT))
                .map(pattern -> pattern.substring(TENANT.length()))
                .filter(tail -> tail.indexOf('{') < 0 && tail.indexOf('*') < 0);
    }

    /** Encoded as it came: whoever spells a page's name in percents is left to the pattern. */
    private static boolean endsIn(String tail, HttpServletRequest request) {
        var path = ServletRequestPathUtils.getParsedRequestPath(request)
                .pathWithinApplication()
                .value();
        var second = path.indexOf('/', 1);
        return path.indexOf('%') >= 0
                || path.indexOf(';') >= 0
                || (second < 0 ? tail.isEmpty() : path.length() - second == tail.length() && path.endsWith(tail));
    }
}
