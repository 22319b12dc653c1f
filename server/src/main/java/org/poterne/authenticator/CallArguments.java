package org.poterne.authenticator;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What a page of the application's interface may ask for as a parameter: the {@link SignedCall} before it. */
@Component
final class CallArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final Tenants tenants;
    private final SignedCalls calls;

    CallArguments(Tenants tenants, SignedCalls calls) {
        this.tenants = tenants;
        this.calls = calls;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == SignedCall.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var http = Optional.ofNullable(request.getNativeRequest(HttpServletRequest.class))
                .orElseThrow(() -> new IllegalStateException("no servlet request"));
        return switch (calls.hear(tenant(http), http, CallBody.read(http))) {
            case Heard.Call(var call) -> call;
            case Heard.OfARevoked() -> throw new CallRefused("revoked");
            case Heard.Nobody() -> throw new CallRefused("refused");
        };
    }

    /** The door has let the request in under this name. */
    private Tenant tenant(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get("tenant") instanceof String name
                ? TenantId.parse(name).flatMap(tenants::find).orElseThrow(() -> new CallRefused("refused"))
                : refuse();
    }

    private static Tenant refuse() {
        throw new CallRefused("refused");
    }
}
