package org.poterne.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.Header;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Headers and anti-CSRF, kept by Spring Security, and nothing else of it: sessions, and who may open a page, are our own. */
@Configuration(proxyBeanMethods = false)
class SecurityChain {

    /** Nothing from elsewhere, nothing inline: an injected tag has nothing to say (ASVS 3.4.3). */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; media-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self';"
            + " form-action 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

    /** Signed whole by a telephone's key, and deaf to cookies: no page elsewhere can make anybody's browser call in their name. */
    private static final RequestMatcher SIGNED_CALLS =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/{tenant}/authenticator/api/**");

    /** HSTS is sent over http too, where browsers pass over it: behind a proxy that ends TLS, this server cannot tell. */
    private static final List<Header> HEADERS = List.of(
            new Header("Content-Security-Policy", CONTENT_SECURITY_POLICY),
            new Header("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains"),
            new Header("X-Content-Type-Options", "nosniff"),
            new Header("X-Frame-Options", "DENY"),
            new Header("X-XSS-Protection", "0"),
            new Header("Referrer-Policy", "no-referrer"),
            new Header("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
            new Header("Cross-Origin-Opener-Policy", "same-origin"));

    /** For what is refused before the chain is reached: an unknown host, a path the firewall turns away. */
    static void writeHeaders(HttpServletResponse response) {
        HEADERS.forEach(header ->
                response.setHeader(header.getName(), header.getValues().getFirst()));
        response.setHeader("Cache-Control", "no-store");
    }

    /** Filter by filter: what configures a chain for all that it might hold takes a twentieth of a start, and each request more. */
    @Bean
    SecurityFilterChain security(FormTokens formTokens, StaleForm staleForm) {
        return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, headers(), forms(formTokens, staleForm));
    }

    /** No page is kept by a browser, unless it says itself how long. */
    private static HeaderWriterFilter headers() {
        return new HeaderWriterFilter(List.of(new StaticHeadersWriter(HEADERS), new CacheControlHeadersWriter()));
    }

    private static CsrfFilter forms(FormTokens formTokens, StaleForm staleForm) {
        var filter = new CsrfFilter(formTokens);
        filter.setRequestHandler(new XorCsrfTokenRequestAttributeHandler());
        filter.setRequireCsrfProtectionMatcher(
                new AndRequestMatcher(CsrfFilter.DEFAULT_CSRF_MATCHER, new NegatedRequestMatcher(SIGNED_CALLS)));
        filter.setAccessDeniedHandler(staleForm);
        return filter;
    }
}
