package org.poterne.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.poterne.agent.Volume;
import org.poterne.agent.Volume.Kind;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.TooMany;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The codes by which agent and caller know each other. */
@Controller
class CodePages {

    private final Counter counter;
    private final DeskRequestView view;
    private final MutualProof proof;
    private final Volume volume;

    CodePages(Counter counter, DeskRequestView view, MutualProof proof, Volume volume) {
        this.counter = counter;
        this.view = view;
        this.proof = proof;
        this.volume = volume;
    }

    @Sensitive
    @PostMapping("/{tenant}/desk/requests/{number}/code")
    ModelAndView check(
            Tenant tenant,
            SignedInPerson agent,
            Locale language,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String code) {
        var request = counter.request(tenant.id(), agent.account(), number);
        if (!request.isInHandsOf(agent.account())) {
            return DeskPaths.to(DeskPaths.request(tenant, request));
        }
        if (proof.match(tenant.id(), agent.account(), request, code)) {
            return DeskPaths.to(DeskPaths.request(tenant, request) + "?notice=desk.code-matched");
        }
        var error = tenant.words(language).say("desk.code.wrong");
        var page = view.page(tenant, agent, language, request, Map.of("code", error));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** To the stored address of the account that the request is about, for a caller who has no page before them. */
    @Sensitive
    @PostMapping("/{tenant}/desk/requests/{number}/codes")
    ModelAndView send(Tenant tenant, SignedInPerson agent, @PathVariable String number, HttpServletResponse response) {
        var request = counter.request(tenant.id(), agent.account(), number);
        if (!request.isInHandsOf(agent.account())) {
            return DeskPaths.to(DeskPaths.request(tenant, request));
        }
        return volume.spend(tenant.id(), agent.account(), Kind.ACTS)
                .or(() -> proof.pause(tenant.id(), request))
                .map(pause -> TooMany.page(pause, response))
                .orElseGet(() -> DeskPaths.to(DeskPaths.request(tenant, request)
                        + (proof.send(tenant.id(), agent.account(), request) ? "?notice=desk.codes-sent" : "")));
    }
}
