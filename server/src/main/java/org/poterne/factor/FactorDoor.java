package org.poterne.factor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.poterne.device.KnownDevices;
import org.poterne.session.Destination;
import org.poterne.session.Entrance;
import org.poterne.session.Entry;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.Patience;
import org.poterne.throttle.TooMany;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The door's second question, for a factor that is typed: who is asked, and where each answer leads. */
@Component
public final class FactorDoor {

    private final Entrance entrance;
    private final FactorStep step;
    private final Factors factors;
    private final KnownDevices devices;

    FactorDoor(Entrance entrance, FactorStep step, Factors factors, KnownDevices devices) {
        this.entrance = entrance;
        this.step = step;
        this.factors = factors;
        this.devices = devices;
    }

    public ModelAndView ask(Tenant tenant, FactorQuestion question, HttpServletRequest request) {
        return at(tenant, question, request)
                .map(entry -> page(tenant, question, entry, ""))
                .orElseGet(() -> elsewhere(tenant));
    }

    public ModelAndView answer(
            Tenant tenant,
            FactorQuestion question,
            FactorGuess guess,
            HttpServletRequest request,
            HttpServletResponse response) {
        var entry = at(tenant, question, request);
        if (entry.isEmpty()) {
            return elsewhere(tenant);
        }
        return switch (guess.of(entry.get().account(), devices.of(tenant, request))) {
            case RIGHT ->
                entrance.passed(tenant, entry.get(), FactorStep.NAME, request, response)
                        .map(path -> onwards(tenant, question, path))
                        .orElseGet(() -> new ModelAndView("redirect:" + tenant.path("/sign-in")));
            case WRONG -> again(tenant, question, entry.get(), question.factor().name() + ".refused.wrong");
            case LOCKED -> again(tenant, question, entry.get(), "factor.refused.locked");
            case CROWDED -> TooMany.page(Patience.LONGEST, response);
        };
    }

    /** It could be no code of this kind: it was not compared, and costs no attempt. */
    public ModelAndView malformed(Tenant tenant, FactorQuestion question, HttpServletRequest request) {
        return at(tenant, question, request)
                .map(entry -> again(tenant, question, entry, question.factor().name() + ".refused.malformed"))
                .orElseGet(() -> elsewhere(tenant));
    }

    /** Whoever shows what they do not hold is nobody here: the page would tell what an account has. */
    private Optional<Entry> at(Tenant tenant, FactorQuestion question, HttpServletRequest request) {
        return entrance.at(tenant, step, request)
                .filter(entry -> question.factor().isHeld(tenant.id(), entry.account()));
    }

    private ModelAndView again(Tenant tenant, FactorQuestion question, Entry entry, String reason) {
        var page = page(tenant, question, entry, reason);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** @param reason key of why it was refused; empty when nothing was typed yet */
    private ModelAndView page(Tenant tenant, FactorQuestion question, Entry entry, String reason) {
        var others = factors.others(tenant.id(), entry.account(), question.factor());
        return new ModelAndView(question.view(), Map.of("others", others, "reason", reason));
    }

    private static ModelAndView onwards(Tenant tenant, FactorQuestion question, String path) {
        var next = path.equals(Destination.HOME.path()) ? question.home() : path;
        return new ModelAndView("redirect:" + tenant.path(next));
    }

    /** To the factor that is due, and from there to the door when nobody is on the way in. */
    private static ModelAndView elsewhere(Tenant tenant) {
        return new ModelAndView("redirect:" + tenant.path("/sign-in/factor"));
    }
}
