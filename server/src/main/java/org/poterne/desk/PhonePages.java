package org.poterne.desk;

import jakarta.servlet.http.HttpServletResponse;
import org.poterne.desk.SheetGate.Open;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The button beside each phone on a sheet. */
@Controller
class PhonePages {

    private final SheetGate gate;
    private final Phones phones;

    PhonePages(SheetGate gate, Phones phones) {
        this.gate = gate;
        this.phones = phones;
    }

    @Sensitive
    @PostMapping("/{tenant}/desk/requests/{number}/sheet/phone")
    ModelAndView revoke(
            Tenant tenant,
            SignedInPerson agent,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String phone,
            HttpServletResponse response) {
        return gate.act(tenant, agent, number, response, open -> revoked(tenant, agent, open, phone));
    }

    /** One that is gone already, or is another account's, changes nothing. */
    private ModelAndView revoked(Tenant tenant, SignedInPerson agent, Open open, String phone) {
        var isDone = PathId.parse(phone)
                .filter(id -> phones.revoke(tenant.id(), agent, open, id))
                .isPresent();
        return DeskPaths.to(
                DeskPaths.request(tenant, open.request()) + "/sheet" + (isDone ? "?notice=desk.phone-revoked" : ""));
    }
}
