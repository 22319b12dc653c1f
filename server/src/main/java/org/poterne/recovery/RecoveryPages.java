package org.poterne.recovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poterne.challenge.Admission.Admitted;
import org.poterne.challenge.Admission.Asked;
import org.poterne.challenge.Admission.TooMany;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.ClientAddress;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The request: what describes the account, and always the same answer. */
@Controller
class RecoveryPages {

    private static final String CONFIRMED = "confirmed";

    private final FirstStep first;
    private final DescriptionForm form;
    private final RecoveryView view;
    private final RecoveryGate gate;
    private final BlockedNames blocked;

    RecoveryPages(FirstStep first, DescriptionForm form, RecoveryView view, RecoveryGate gate, BlockedNames blocked) {
        this.first = first;
        this.form = form;
        this.view = view;
        this.gate = gate;
        this.blocked = blocked;
    }

    @GetMapping("/{tenant}/recovery")
    ModelAndView forgot(Tenant tenant, Locale language, HttpServletRequest request, HttpServletResponse response) {
        var page = view.forgot(tenant, language);
        return gate.question(tenant, language, request, response)
                .map(question -> view.asking(page, question, ""))
                .orElse(page);
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
            var page = view.again(tenant, language, typed, errors);
            return gate.carried(tenant, language, request, response)
                    .map(question -> view.asking(page, question, confirmed(sent)))
                    .orElse(page);
        }
        var from = ClientAddress.of(request.getRemoteAddr());
        return switch (gate.admit(tenant, language, request, response)) {
            case Asked(var question) ->
                view.asking(view.again(tenant, language, typed, Map.of()), question, confirmed(sent));
            case TooMany(var pause) -> org.poterne.throttle.TooMany.page(pause, response);
            case Admitted() ->
                unconfirmed(tenant, sent, typed, request)
                        .map(address -> view.blocked(tenant, language, typed, address, CONFIRMED))
                        .orElseGet(() -> {
                            var next = first.take(tenant, typed.description(), language, from, response);
                            return new ModelAndView("redirect:" + tenant.path(next));
                        });
        };
    }

    /** The address that is to be confirmed first. Whoever says so at once is asked nothing, and shown nothing. */
    private Optional<String> unconfirmed(
            Tenant tenant, Map<String, String> sent, TypedDescription typed, HttpServletRequest request) {
        return CONFIRMED.equals(confirmed(sent))
                ? Optional.empty()
                : blocked.address(tenant, typed.description(), request);
    }

    /** Kept through a question: who has answered it is not shown the address once more, and asked again after that. */
    private static String confirmed(Map<String, String> sent) {
        return CONFIRMED.equals(sent.get("address")) ? CONFIRMED : "";
    }

    /** Says nothing of the account: the same page for everybody, and a reload sends no second letter. */
    @GetMapping("/{tenant}/recovery/sent")
    ModelAndView sent(Tenant tenant) {
        return view.sent(tenant);
    }
}
