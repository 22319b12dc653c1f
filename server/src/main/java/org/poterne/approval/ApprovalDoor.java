package org.poterne.approval;

import java.util.Map;
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

    ApprovalDoor(Factors factors, ApprovalFactor factor) {
        this.factors = factors;
        this.factor = factor;
    }

    ModelAndView page(Tenant tenant, Entry entry, Waiting waiting) {
        return new ModelAndView(
                "approval/sign-in",
                Map.of("waiting", waiting, "others", factors.others(tenant.id(), entry.account(), factor)));
    }
}
