package org.poterne.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says once that requests come through a proxy nobody has named. Its word is not taken, so all its visitors share one
 * address and one budget: safe, and a puzzle to whoever installed it.
 */
@Component
final class UntrustedProxy extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(UntrustedProxy.class);

    private final AtomicBoolean said = new AtomicBoolean();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // A trusted proxy's header has been taken off by the server before it comes here.
        if (request.getHeader("X-Forwarded-For") != null && said.compareAndSet(false, true)) {
            log.warn(
                    "a request came with X-Forwarded-For, which is not believed. If a proxy of yours stands before this"
                            + " server, name it: SERVER_FORWARD_HEADERS_STRATEGY=native and"
                            + " SERVER_TOMCAT_REMOTEIP_INTERNAL_PROXIES (docs/settings.md)");
        }
        chain.doFilter(request, response);
    }
}
