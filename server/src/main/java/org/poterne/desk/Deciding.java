package org.poterne.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.poterne.agent.Decision;
import org.poterne.agent.Decision.Decided;
import org.poterne.agent.Decision.NotYours;
import org.poterne.agent.Decision.Over;
import org.poterne.agent.Volume;
import org.poterne.agent.Volume.Kind;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.TooMany;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The second agent's answer, counted as every act is, and the page after it. */
@Component
class Deciding {

    private final Volume volume;

    Deciding(Volume volume) {
        this.volume = volume;
    }

    /**
     * @param at what is decided: its own page says why it is not, or no longer, theirs to decide
     * @param done the list of such, with its notice
     */
    record Way(String at, String done) {}

    ModelAndView decide(
            Tenant tenant, SignedInPerson agent, Way way, Supplier<Decision> decision, HttpServletResponse response) {
        return volume.spend(tenant.id(), agent.account(), Kind.ACTS)
                .map(pause -> TooMany.page(pause, response))
                .orElseGet(() -> DeskPaths.to(tenant.path(
                        switch (decision.get()) {
                            case Decided() -> way.done();
                            case NotYours() -> way.at();
                            case Over() -> way.at();
                        })));
    }
}
