package org.poterne.assistance;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.poterne.agent.DeskPolicy;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.Budget;
import org.poterne.throttle.ClientAddress;
import org.poterne.throttle.Spending.Exhausted;
import org.poterne.throttle.Spending.Granted;
import org.poterne.throttle.Throttle;
import org.poterne.throttle.TooMany;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * A form for whoever forgot even their username. The answer is the same whoever typed it, and no letter goes to what was typed:
 * it is nobody's proven address, and would make a mail cannon of us.
 */
@Controller
class AssistancePages {

    private static final Budget PER_ADDRESS = new Budget("assistance requests per address", 5, Duration.ofHours(1));
    private static final Budget IN_ALL = new Budget("assistance requests", 200, Duration.ofHours(1));

    private final RequestIntake intake;
    private final AskerView view;
    private final AskerCookie cookie;
    private final Throttle throttle;
    private final Tenants tenants;

    AssistancePages(RequestIntake intake, AskerView view, AskerCookie cookie, Throttle throttle, Tenants tenants) {
        this.intake = intake;
        this.view = view;
        this.cookie = cookie;
        this.throttle = throttle;
        this.tenants = tenants;
    }

    @GetMapping("/{tenant}/assistance")
    ModelAndView form(Tenant tenant) {
        isOpen(tenant);
        return form(TypedRequest.NOTHING, Map.of());
    }

    @PostMapping("/{tenant}/assistance")
    ModelAndView ask(
            Tenant tenant,
            Locale language,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        isOpen(tenant);
        var typed = AssistanceForm.sent(sent);
        var errors = AssistanceForm.errors(typed, tenant.words(language));
        if (!errors.isEmpty()) {
            var page = form(typed, errors);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        var from = ClientAddress.of(request.getRemoteAddr());
        return switch (throttle.spend(tenant.id(), PER_ADDRESS, from.value())) {
            case Exhausted(var pause) -> TooMany.page(pause, response);
            case Granted() ->
                switch (throttle.spend(tenant.id(), IN_ALL, "")) {
                    case Exhausted(var pause) -> TooMany.page(pause, response);
                    case Granted() -> {
                        cookie.keep(
                                tenant, intake.form(tenant.id(), typed, from).id(), response);
                        yield new ModelAndView("redirect:" + tenant.path("/assistance/asked"));
                    }
                };
        };
    }

    /** To the browser that asked; to all others it is the form. */
    @GetMapping("/{tenant}/assistance/asked")
    ModelAndView asked(Tenant tenant, HttpServletRequest request) {
        isOpen(tenant);
        return cookie.read(tenant, request)
                .flatMap(asked -> view.of(tenant.id(), asked))
                .map(asked -> new ModelAndView("assistance/asked", asked))
                .orElseGet(() -> new ModelAndView("redirect:" + tenant.path("/assistance")));
    }

    private static ModelAndView form(TypedRequest typed, Map<String, String> errors) {
        return new ModelAndView("assistance/form", Map.of("typed", typed, "errors", errors));
    }

    private void isOpen(Tenant tenant) {
        if (!tenants.policy(tenant.id(), DeskPolicy.class).isOpen()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
