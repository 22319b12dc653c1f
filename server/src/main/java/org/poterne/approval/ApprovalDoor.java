package org.poterne.approval;

import java.util.Map;
import org.poterne.authenticator.Authenticators;
import org.poterne.factor.Factors;
import org.poterne.session.Entry;
import org.poterne.tenant.Tenant;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The door's page as the request stands. */
@Component
class ApprovalDoor {

    private final Factors factors;
    private final ApprovalFactor factor;
    private final Authenticators authenticators;

    ApprovalDoor(Factors factors, ApprovalFactor factor, Authenticators authenticators) {
        this.factors = factors;
        this.factor = factor;
        this.authenticators = authenticators;
    }

    ModelAndView page(Tenant tenant, Entry entry, Waiting waiting) {
        return new ModelAndView(
                "approval/sign-in",
                Map.of(
                        "waiting",
                        waiting,
                        "isLost",
                        !authenticators.has(tenant.id(), entry.account()),
                        "others",
                        factors.others(tenant.id(), entry.account(), factor)));
    }
}
