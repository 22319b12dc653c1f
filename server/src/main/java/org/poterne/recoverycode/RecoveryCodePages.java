package org.poterne.recoverycode;

import java.util.Map;
import org.poterne.factor.Factors;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** One's own codes: how many are left, a fresh set, and none at all. */
@Controller
class RecoveryCodePages {

    private final KeptCodes kept;
    private final CodeMaking making;
    private final CodeReplacement replacement;
    private final RecoveryCodeFactor factor;
    private final Factors factors;

    RecoveryCodePages(
            KeptCodes kept,
            CodeMaking making,
            CodeReplacement replacement,
            RecoveryCodeFactor factor,
            Factors factors) {
        this.kept = kept;
        this.making = making;
        this.replacement = replacement;
        this.factor = factor;
        this.factors = factors;
    }

    @GetMapping("/{tenant}/account/recoverycode")
    ModelAndView state(Tenant tenant, SignedInPerson person) {
        return new ModelAndView(
                "recoverycode/codes",
                Map.of(
                        "left", kept.left(tenant.id(), person.account()),
                        "offered", factors.isOffered(tenant.id(), factor),
                        "standsIn", factors.isAsked(tenant.id(), person.account())));
    }

    @Sensitive
    @PostMapping("/{tenant}/account/recoverycode")
    String make(Tenant tenant, SignedInPerson person) {
        var made = factors.isOffered(tenant.id(), factor) && making.make(tenant.id(), person);
        return "redirect:" + tenant.path(made ? "/account/recoverycode/sheet" : RecoveryCodeFactor.MANAGE);
    }

    @GetMapping("/{tenant}/account/recoverycode/remove")
    ModelAndView sure(Tenant tenant, SignedInPerson person) {
        return kept.left(tenant.id(), person.account()) == 0
                ? new ModelAndView("redirect:" + tenant.path(RecoveryCodeFactor.MANAGE))
                : new ModelAndView("recoverycode/remove");
    }

    @Sensitive
    @PostMapping("/{tenant}/account/recoverycode/remove")
    String remove(Tenant tenant, SignedInPerson person) {
        var removed = replacement.remove(tenant.id(), person);
        return "redirect:" + tenant.path(RecoveryCodeFactor.MANAGE + (removed ? "?notice=recoverycode.removed" : ""));
    }
}
