package org.poterne.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poterne.agent.Act;
import org.poterne.agent.Journal;
import org.poterne.desk.SheetGate.Open;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's sheet, once the script was recorded; what is masked on it is revealed for a reason. */
@Controller
class SheetPages {

    private final SheetGate gate;
    private final SheetView view;
    private final Journal journal;

    SheetPages(SheetGate gate, SheetView view, Journal journal) {
        this.gate = gate;
        this.view = view;
        this.journal = journal;
    }

    @GetMapping("/{tenant}/desk/requests/{number}/sheet")
    ModelAndView sheet(Tenant tenant, SignedInPerson agent, Locale language, @PathVariable String number) {
        return gate.look(tenant, agent, number, open -> {
            journal.enter(tenant.id(), open.deed(agent, Act.SHEET_OPENED));
            return view.page(tenant, agent, language, open);
        });
    }

    @Sensitive
    @PostMapping("/{tenant}/desk/requests/{number}/sheet/reveal")
    ModelAndView reveal(
            Tenant tenant,
            SignedInPerson agent,
            Locale language,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response) {
        var act = revealing(what).orElseThrow(Counter::notFound);
        var good = Reason.parse(reason);
        if (good.isEmpty()) {
            var error = tenant.words(language).say("desk.reveal.reason-missing");
            return gate.look(
                    tenant, agent, number, open -> view.again(tenant, agent, language, open, Map.of(what, error)));
        }
        return gate.act(tenant, agent, number, response, open -> reveal(tenant, agent, open, act, good.get()));
    }

    private ModelAndView reveal(Tenant tenant, SignedInPerson agent, Open open, Act act, Reason reason) {
        journal.enter(tenant.id(), open.deed(agent, act), reason.text());
        return DeskPaths.to(DeskPaths.request(tenant, open.request()) + "/sheet");
    }

    private static Optional<Act> revealing(String what) {
        return switch (what) {
            case "email" -> Optional.of(Act.EMAIL_REVEALED);
            case "username" -> Optional.of(Act.USERNAME_REVEALED);
            default -> Optional.empty();
        };
    }
}
