package org.poterne.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.poterne.account.Account;
import org.poterne.agent.DeskPolicy;
import org.poterne.agent.Volume;
import org.poterne.agent.Volume.Kind;
import org.poterne.assistance.AssistanceRequest;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.TooMany;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The tenant's script: which proofs stood, recorded before anything of the account is shown. */
@Controller
class VerificationPages {

    private static final String PROOF = "proof-";

    private final Counter counter;
    private final Verifying verifying;
    private final PeopleSearch search;
    private final Volume volume;
    private final Tenants tenants;

    VerificationPages(Counter counter, Verifying verifying, PeopleSearch search, Volume volume, Tenants tenants) {
        this.counter = counter;
        this.verifying = verifying;
        this.search = search;
        this.volume = volume;
        this.tenants = tenants;
    }

    @GetMapping("/{tenant}/desk/requests/{number}/verification")
    ModelAndView script(Tenant tenant, SignedInPerson agent, @PathVariable String number) {
        var request = counter.request(tenant.id(), agent.account(), number);
        return counter.account(tenant.id(), agent.account(), request)
                .filter(_ -> request.isInHandsOf(agent.account()))
                .map(account -> {
                    verifying.opened(tenant.id(), agent.account(), request, account);
                    return page(tenant, request, account, "");
                })
                .orElseGet(() -> DeskPaths.to(DeskPaths.request(tenant, request)));
    }

    /** Too few proofs are written down too: whoever tries until it fits is seen. */
    @Sensitive
    @PostMapping("/{tenant}/desk/requests/{number}/verification")
    ModelAndView verify(
            Tenant tenant,
            SignedInPerson agent,
            Locale language,
            @PathVariable String number,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        var request = counter.request(tenant.id(), agent.account(), number);
        var account = counter.account(tenant.id(), agent.account(), request);
        if (account.isEmpty() || !request.isInHandsOf(agent.account())) {
            return DeskPaths.to(DeskPaths.request(tenant, request));
        }
        return volume.spend(tenant.id(), agent.account(), Kind.SHEETS)
                .map(pause -> TooMany.page(pause, response))
                .orElseGet(() -> {
                    if (verifying.verify(tenant.id(), agent.account(), request, account.get(), ticked(tenant, sent))) {
                        return DeskPaths.to(DeskPaths.request(tenant, request) + "/sheet");
                    }
                    var error = tenant.words(language)
                            .say(
                                    "desk.verification.too-few",
                                    "count",
                                    policy(tenant).needed());
                    var page = page(tenant, request, account.get(), error);
                    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                    return page;
                });
    }

    /** Names of the script alone: a posted `codes` is none of them. */
    private List<String> ticked(Tenant tenant, Map<String, String> sent) {
        return policy(tenant).script().stream()
                .map(proof -> proof.name())
                .filter(name -> sent.containsKey(PROOF + name))
                .toList();
    }

    private ModelAndView page(Tenant tenant, AssistanceRequest request, Account account, String error) {
        return new ModelAndView(
                "desk/verification",
                Map.of(
                        "request", request,
                        "person", search.shown(tenant.id(), account),
                        "policy", policy(tenant),
                        "codesStand", verifying.codesStand(tenant.id(), request),
                        "error", error));
    }

    private DeskPolicy policy(Tenant tenant) {
        return tenants.policy(tenant.id(), DeskPolicy.class);
    }
}
