package org.poterne.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.poterne.factor.Factor;
import org.poterne.factor.FactorStep;
import org.poterne.factor.Factors;
import org.poterne.session.Entrance;
import org.poterne.session.Entry;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.TooMany;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A passkey as the door's second question, behind a password that was right. */
@Controller
class PasskeyStepPages {

    private final Passkeys passkeys;
    private final PasskeyFactor factor;
    private final Factors factors;
    private final FactorStep step;
    private final Entrance entrance;

    PasskeyStepPages(Passkeys passkeys, PasskeyFactor factor, Factors factors, FactorStep step, Entrance entrance) {
        this.passkeys = passkeys;
        this.factor = factor;
        this.factors = factors;
        this.step = step;
        this.entrance = entrance;
    }

    @GetMapping("/{tenant}/sign-in/passkey")
    ModelAndView ask(Tenant tenant, HttpServletRequest request) {
        return due(tenant, request)
                .map(entry -> new ModelAndView("passkey/step", Map.of("others", others(tenant, entry))))
                .orElseGet(() -> elsewhere(tenant));
    }

    @GetMapping("/{tenant}/sign-in/passkey/options")
    ResponseEntity<String> options(Tenant tenant, HttpServletRequest request) {
        return Answers.json(
                due(tenant, request).flatMap(entry -> passkeys.challengeOf(tenant, entry.account(), bond(entry))));
    }

    @PostMapping("/{tenant}/sign-in/passkey")
    ModelAndView answer(
            Tenant tenant,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var due = due(tenant, request);
        if (due.isEmpty()) {
            return elsewhere(tenant);
        }
        var entry = due.get();
        return switch (passkeys.verify(
                tenant,
                entry.account(),
                bond(entry),
                PasskeyAnswer.of(sent),
                entry.origin().address())) {
            case ShowOutcome.Shown _ ->
                entrance.passed(tenant, entry, FactorStep.NAME, request, response)
                        .map(path -> new ModelAndView("redirect:" + tenant.path(path)))
                        .orElseGet(() -> elsewhere(tenant));
            case ShowOutcome.Refused() -> refused(tenant, entry);
            case ShowOutcome.TooOften(var pause) -> TooMany.page(pause, response);
        };
    }

    private Optional<Entry> due(Tenant tenant, HttpServletRequest request) {
        return entrance.at(tenant, step, request).filter(entry -> passkeys.isHeld(tenant.id(), entry.account()));
    }

    private ModelAndView refused(Tenant tenant, Entry entry) {
        var page = new ModelAndView("passkey/step", Map.of("others", others(tenant, entry), "refused", true));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private List<Factor> others(Tenant tenant, Entry entry) {
        return factors.others(tenant.id(), entry.account(), factor);
    }

    private static PasskeyBond bond(Entry entry) {
        return new PasskeyBond(PasskeyPurpose.SECOND_FACTOR, entry.id().toString());
    }

    /** To the factor that is due, and from there to the door when nobody is on the way in. */
    private static ModelAndView elsewhere(Tenant tenant) {
        return new ModelAndView("redirect:" + tenant.path("/sign-in/factor"));
    }
}
