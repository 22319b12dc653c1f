package org.poterne.holder;

import java.util.Map;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** "Mon compte": who one is here, and the way to all that can be done about it. */
@Controller
class AccountPages {

    private final OwnPages pages;

    AccountPages(OwnPages pages) {
        this.pages = pages;
    }

    @GetMapping("/{tenant}/account")
    ModelAndView account(Tenant tenant, SignedInPerson person) {
        return pages.page(tenant, person, "holder/account", Map.of());
    }
}
