package org.poterne.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.poterne.desk.SheetGate.Open;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.TooMany;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The buttons of a sheet that send a letter. None of them sets, shows or takes a password: there is no such page. */
@Controller
class LetterPages {

    private final SheetGate gate;
    private final Offers offers;
    private final AccountLetters letters;
    private final Sending sending;

    LetterPages(SheetGate gate, Offers offers, AccountLetters letters, Sending sending) {
        this.gate = gate;
        this.offers = offers;
        this.letters = letters;
        this.sending = sending;
    }

    @Sensitive
    @PostMapping("/{tenant}/desk/requests/{number}/sheet/usernames")
    ModelAndView usernames(
            Tenant tenant, SignedInPerson agent, @PathVariable String number, HttpServletResponse response) {
        return send(
                tenant,
                agent,
                number,
                response,
                new Kind(
                        "?notice=desk.sent-usernames",
                        found -> offers.usernames(found.account()),
                        found -> sending.usernames(tenant.id(), agent, found)));
    }

    @Sensitive
    @PostMapping("/{tenant}/desk/requests/{number}/sheet/reset")
    ModelAndView reset(Tenant tenant, SignedInPerson agent, @PathVariable String number, HttpServletResponse response) {
        return send(
                tenant,
                agent,
                number,
                response,
                new Kind(
                        "?notice=desk.sent-reset",
                        found -> offers.reset(found.account()),
                        found -> sending.reset(tenant.id(), agent, found)));
    }

    @Sensitive
    @PostMapping("/{tenant}/desk/requests/{number}/sheet/unlock")
    ModelAndView unlock(
            Tenant tenant, SignedInPerson agent, @PathVariable String number, HttpServletResponse response) {
        return send(
                tenant,
                agent,
                number,
                response,
                new Kind(
                        "?notice=desk.sent-unlock",
                        found -> offers.unlock(tenant.id(), found.account()),
                        found -> sending.unlock(tenant.id(), agent, found)));
    }

    private record Kind(String notice, Predicate<Open> offered, Consumer<Open> send) {}

    private ModelAndView send(
            Tenant tenant, SignedInPerson agent, String number, HttpServletResponse response, Kind kind) {
        return gate.act(tenant, agent, number, response, open -> sent(tenant, open, response, kind));
    }

    /** What the sheet does not offer is not done either. */
    private ModelAndView sent(Tenant tenant, Open open, HttpServletResponse response, Kind kind) {
        var sheet = DeskPaths.request(tenant, open.request()) + "/sheet";
        if (!kind.offered().test(open)) {
            return DeskPaths.to(sheet);
        }
        return letters.pause(tenant.id(), open.account().id())
                .map(pause -> TooMany.page(pause, response))
                .orElseGet(() -> {
                    kind.send().accept(open);
                    return DeskPaths.to(sheet + kind.notice());
                });
    }
}
