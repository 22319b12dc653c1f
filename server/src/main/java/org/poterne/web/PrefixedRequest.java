package org.poterne.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request to a tenant's own host, as the same request by path: {@code /sign-in} becomes {@code /gimic/sign-in}. */
final class PrefixedRequest extends HttpServletRequestWrapper {

    private final String prefix;

    PrefixedRequest(HttpServletRequest request, String prefix) {
        super(request);
        this.prefix = prefix;
    }

    @Override
    public String getRequestURI() {
        return prefix + super.getRequestURI();
    }

    @Override
    public StringBuffer getRequestURL() {
        var url = super.getRequestURL();
        return url.insert(url.length() - super.getRequestURI().length(), prefix);
    }

    @Override
    public String getServletPath() {
        return prefix + super.getServletPath();
    }
}
