package org.poterne.recovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.Budget;
import org.poterne.throttle.ClientAddress;
import org.poterne.throttle.Spending.Exhausted;
import org.poterne.throttle.Spending.Granted;
import org.poterne.throttle.Throttle;
import org.poterne.throttle.TooMany;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The request: what describes the account, and always the same answer. */
@Controller
class RecoveryPages {

    private static final Budget PER_ADDRESS = new Budget("recovery requests per address", 30, Duration.ofHours(1));

    private final RecoveryRequests requests;
    private final DescriptionForm form;
    private final RecoveryView view;
    private final Throttle throttle;

    RecoveryPages(RecoveryRequests requests, DescriptionForm form, RecoveryView view, Throttle throttle) {
        this.requests = requests;
        this.form = form;
        this.view = view;
        this.throttle = throttle;
    }

    @GetMapping("/{tenant}/recovery")
    ModelAndView forgot(Tenant tenant, Locale language) {
        return view.forgot(tenant, language);
    }

    @PostMapping("/{tenant}/recovery")
    ModelAndView ask(
            Tenant tenant,
            Locale language,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var typed = form.sent(tenant.id(), sent);
        var errors = typed.errors(tenant.words(language));
        if (!errors.isEmpty()) {
            return view.again(tenant, language, typed, errors);
        }
        var from = ClientAddress.of(request.getRemoteAddr());
        return switch (throttle.spend(tenant.id(), PER_ADDRESS, from.value())) {
            case Exhausted(var pause) -> TooMany.page(pause, response);
            case Granted() -> {
                requests.ask(tenant.id(), typed.description(), language, from);
                yield new ModelAndView("redirect:" + tenant.path("/recovery/sent"));
            }
        };
    }

    /** Says nothing of the account: the same page for everybody, and a reload sends no second letter. */
    @GetMapping("/{tenant}/recovery/sent")
    ModelAndView sent(Tenant tenant) {
        return view.sent(tenant);
    }
}
