package org.poterne.factor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.poterne.account.AccountId;
import org.poterne.session.Entrance;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The way to the factor that is asked for, and the list of one's own. */
@Controller
class FactorPages {

    private final Factors factors;
    private final FactorStep step;
    private final Entrance entrance;

    FactorPages(Factors factors, FactorStep step, Entrance entrance) {
        this.factors = factors;
        this.step = step;
        this.entrance = entrance;
    }

    /** The first of those held; its page names the others. */
    @GetMapping("/{tenant}/sign-in/factor")
    String ask(Tenant tenant, HttpServletRequest request) {
        var path = entrance.at(tenant, step, request)
                .flatMap(entry ->
                        factors.held(tenant.id(), entry.account()).stream().findFirst())
                .map(Factor::askPath)
                .orElse("/sign-in");
        return "redirect:" + tenant.path(path);
    }

    @GetMapping("/{tenant}/account/factors")
    ModelAndView list(Tenant tenant, SignedInPerson person) {
        return new ModelAndView("factor/factors", Map.of("factors", shown(tenant.id(), person.account())));
    }

    private List<ShownFactor> shown(TenantId tenant, AccountId account) {
        var held = factors.held(tenant, account);
        return factors.offered(tenant).stream()
                .map(factor -> new ShownFactor(factor.name(), factor.managePath(), held.contains(factor)))
                .toList();
    }
}
