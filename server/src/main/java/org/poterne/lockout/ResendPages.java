package org.poterne.lockout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.poterne.account.EmailAddress;
import org.poterne.courier.Sender;
import org.poterne.tenant.Tenant;
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

/** "I did not get the letter": one question, and always the same answer. */
@Controller
class ResendPages {

    private static final Budget PER_ADDRESS = new Budget("unlock requests per address", 30, Duration.ofHours(1));

    private final UnlockRequests requests;
    private final Throttle throttle;
    private final Sender sender;

    ResendPages(UnlockRequests requests, Throttle throttle, Sender sender) {
        this.requests = requests;
        this.throttle = throttle;
        this.sender = sender;
    }

    @GetMapping("/{tenant}/unlock/resend")
    ModelAndView question() {
        return question("", "");
    }

    @PostMapping("/{tenant}/unlock/resend")
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
                requests.ask(tenant.id(), typed, language);
                yield new ModelAndView("redirect:" + tenant.path("/unlock/sent"));
            }
        };
    }

    /** Says nothing of the address, and a reload sends no second letter. */
    @GetMapping("/{tenant}/unlock/sent")
    ModelAndView sent(Tenant tenant) {
        return new ModelAndView(
                "lockout/sent", Map.of("sender", sender.of(tenant.id()).given()));
    }

    private static ModelAndView again(Tenant tenant, Locale language, String typed) {
        var words = tenant.words(language);
        var page = question(
                typed, words.say(typed.isBlank() ? "lockout.resend.email-missing" : "lockout.resend.email-malformed"));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView question(String email, String error) {
        return new ModelAndView("lockout/resend", Map.of("email", email, "error", error));
    }
}
