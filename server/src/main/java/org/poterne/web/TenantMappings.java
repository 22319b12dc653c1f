package org.poterne.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page's path begins with a tenant, which to Spring is a variable: it would hold each request against the patterns of all
 * pages, two hundred of them. What follows the tenant is a plain text nearly always, and is looked up as Spring looks up a
 * path without variables. What is not found by it is held against all patterns, as ever.
 */
final class TenantMappings extends RequestMappingHandlerMapping {

    private static final String TENANT = "/{tenant}";

    @Override
    protected Set<String> getDirectPaths(RequestMappingInfo page) {
        var below = page.getPatternValues().stream().filter(TenantMappings::isPlainBelowTenant);
        return Stream.concat(super.getDirectPaths(page).stream(), below).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isPlainBelowTenant(String pattern) {
        return pattern.startsWith(TENANT) && pattern.indexOf('{', 1 + TENANT.length()) < 0 && pattern.indexOf('*') < 0;
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        var second = path.indexOf('/', 1);
        var named = TenantDoor.tenant(request).isPresent() && second > 0 ? TENANT + path.substring(second) : path;
        return super.lookupHandlerMethod(named, request);
    }
}
