package org.poterne.recovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.poterne.account.EmailAddress;
import org.poterne.courier.Sender;
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
import org.springframework.web.servlet.ModelAndView;

/** The request: one question, and always the same answer. */
@Controller
class RecoveryPages {

    private static final Budget PER_ADDRESS = new Budget("recovery requests per address", 30, Duration.ofHours(1));

    private final RecoveryRequests requests;
    private final Throttle throttle;
    private final Tenants tenants;
    private final Sender sender;

    RecoveryPages(RecoveryRequests requests, Throttle throttle, Tenants tenants, Sender sender) {
        this.requests = requests;
        this.throttle = throttle;
        this.tenants = tenants;
        this.sender = sender;
    }

    @GetMapping("/{tenant}/recovery")
    ModelAndView forgot() {
        return forgot("", "");
    }

    @PostMapping("/{tenant}/recovery")
    ModelAndView ask(
            Tenant tenant,
            Locale language,
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response) {
        return EmailAddress.parse(email)
                .map(typed -> ask(tenant, language, typed, ClientAddress.of(request.getRemoteAddr()), response))
                .orElseGet(() -> again(tenant, language, email));
    }

    private ModelAndView ask(
            Tenant tenant, Locale language, EmailAddress typed, ClientAddress from, HttpServletResponse response) {
        return switch (throttle.spend(tenant.id(), PER_ADDRESS, from.value())) {
            case Exhausted(var pause) -> TooMany.page(pause, response);
            case Granted() -> {
                requests.ask(tenant.id(), typed, language, from);
                yield new ModelAndView("redirect:" + tenant.path("/recovery/sent"));
            }
        };
    }

    /** Says nothing of the address: the same page for everybody, and a reload sends no second letter. */
    @GetMapping("/{tenant}/recovery/sent")
    ModelAndView sent(Tenant tenant) {
        var policy = tenants.policy(tenant.id(), RecoveryPolicy.class);
        return new ModelAndView(
                "recovery/sent",
                Map.of(
                        "sender", sender.of(tenant.id()).given(),
                        "life", policy.linkLife(),
                        "lettersPerHour", policy.lettersPerHour()));
    }

    private static ModelAndView again(Tenant tenant, Locale language, String typed) {
        var page = forgot(
                typed,
                tenant.words(language)
                        .say(typed.isBlank() ? "recovery.forgot.email-missing" : "recovery.forgot.email-malformed"));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView forgot(String email, String error) {
        return new ModelAndView("recovery/forgot", Map.of("email", email, "error", error));
    }
}
