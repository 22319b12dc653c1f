package org.poterne.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** A page is found by what follows the tenant, and every path leads where Spring alone would lead it. */
class TenantMappingsTests {

    private static final Tenant GIMIC = House.open().bean(Tenants.class).get(new TenantId("gimic"));

    private final RequestMappingHandlerMapping ours = new TenantMappings();
    private final RequestMappingHandlerMapping springs = new RequestMappingHandlerMapping();

    @Controller
    static class Pages {

        @GetMapping("/{tenant}/sign-in")
        void signIn() {}

        @GetMapping("/{tenant}/")
        void home() {}

        @GetMapping("/{tenant}")
        void bare() {}

        @GetMapping("/{tenant}/sign-in/trouble")
        void trouble() {}

        @GetMapping("/{tenant}/help/{topic}")
        void topic() {}

        @GetMapping("/{tenant}/assets/**")
        void assets() {}

        @GetMapping({"/{tenant}/old", "/{tenant}/new"})
        void either() {}

        @GetMapping("/style.css")
        void style() {}

        @GetMapping("/mailbox/sign-in")
        void nobodys() {}
    }

    @BeforeEach
    void bothKnowThePages() {
        for (var mapping : List.of(ours, springs)) {
            var context = new StaticWebApplicationContext();
            context.registerSingleton("pages", Pages.class);
            context.refresh();
            mapping.setApplicationContext(context);
            mapping.afterPropertiesSet();
        }
    }

    @Test
    void everyPathLeadsWhereSpringAloneWouldLeadIt() throws Exception {
        for (var path : List.of(
                "/gimic/sign-in",
                "/gimic/sign-in/",
                "/gimic//sign-in",
                "/gimic/sign-in/trouble",
                "/gimic/trouble",
                "/gimic/sign%2Din",
                "/gimic/sign-in;a=b",
                "/g%20c/sign-in",
                "/gimic/",
                "/gimic",
                "/",
                "/sign-in",
                "//sign-in",
                "/gimic/x/sign-in",
                "/gimic/help/a",
                "/gimic/help/a/b",
                "/gimic/assets/a/b.css",
                "/gimic/old",
                "/gimic/new",
                "/style.css",
                "/mailbox/sign-in",
                "/gimic/style.css")) {
            assertThat(handler(ours, path)).as(path).isEqualTo(handler(springs, path));
        }
        assertThat(handler(ours, "/gimic/sign-in")).as("and somewhere").isPresent();
    }

    private static Optional<String> handler(RequestMappingHandlerMapping mapping, String path) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        if (path.startsWith("/gimic")) {
            request.setAttribute(Tenant.class.getName(), GIMIC); // as the door leaves it
        }
        ServletRequestPathUtils.parseAndCache(request);
        return Optional.ofNullable(mapping.getHandler(request))
                .map(chain -> ((HandlerMethod) chain.getHandler()).getMethod().getName());
    }
}
