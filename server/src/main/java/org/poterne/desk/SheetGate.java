package org.poterne.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Function;
import org.poterne.account.Account;
import org.poterne.agent.Act;
import org.poterne.agent.Deed;
import org.poterne.agent.Verification;
import org.poterne.agent.Verifications;
import org.poterne.agent.Volume;
import org.poterne.agent.Volume.Kind;
import org.poterne.assistance.AssistanceRequest;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.TooMany;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * The one way to a sheet and to all that is done from it: the request in this agent's hands, and a verification of theirs for
 * that account that still stands. Without it the page is never made (NIST SP 800-63B-4 §4.2.1).
 */
@Component
class SheetGate {

    private final Counter counter;
    private final Verifications verifications;
    private final Volume volume;

    SheetGate(Counter counter, Verifications verifications, Volume volume) {
        this.counter = counter;
        this.verifications = verifications;
        this.volume = volume;
    }

    /** A sheet that may be seen. */
    record Open(AssistanceRequest request, Account account, Verification verification) {

        Deed deed(SignedInPerson agent, Act act) {
            return Deed.by(agent.account(), act).on(account.id()).about(request.id());
        }
    }

    Optional<Open> open(Tenant tenant, SignedInPerson agent, String number) {
        var request = counter.request(tenant.id(), agent.account(), number);
        return Optional.of(request)
                .filter(found -> found.isInHandsOf(agent.account()))
                .flatMap(found -> counter.account(tenant.id(), agent.account(), found))
                .flatMap(account -> verifications
                        .find(tenant.id(), agent.account(), account.id(), request.id())
                        .map(verification -> new Open(request, account, verification)));
    }

    /** To look, without being counted: the verification was. */
    ModelAndView look(Tenant tenant, SignedInPerson agent, String number, Function<Open, ModelAndView> page) {
        return open(tenant, agent, number).map(page).orElseGet(() -> verifyFirst(tenant, number));
    }

    /** To do something, counted. */
    ModelAndView act(
            Tenant tenant,
            SignedInPerson agent,
            String number,
            HttpServletResponse response,
            Function<Open, ModelAndView> act) {
        return look(
                tenant,
                agent,
                number,
                open -> volume.spend(tenant.id(), agent.account(), Kind.ACTS)
                        .map(pause -> TooMany.page(pause, response))
                        .orElseGet(() -> act.apply(open)));
    }

    /** Half an hour may end while somebody types: what was to be done is not, and they verify again. */
    private static ModelAndView verifyFirst(Tenant tenant, String number) {
        return new ModelAndView("redirect:" + DeskPaths.request(tenant, number) + "/verification");
    }
}
