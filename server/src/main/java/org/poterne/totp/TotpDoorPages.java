package org.poterne.totp;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.poterne.factor.FactorDoor;
import org.poterne.factor.FactorQuestion;
import org.poterne.session.Destination;
import org.poterne.tenant.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** At the door, after the password: the code that the application shows. */
@Controller
class TotpDoorPages {

    private final FactorDoor door;
    private final TotpCodes codes;
    private final FactorQuestion question;

    TotpDoorPages(FactorDoor door, TotpCodes codes, TotpFactor factor) {
        this.door = door;
        this.codes = codes;
        this.question = new FactorQuestion(factor, "totp/ask", Destination.HOME.path());
    }

    @GetMapping("/{tenant}/sign-in/totp")
    ModelAndView ask(Tenant tenant, HttpServletRequest request) {
        return door.ask(tenant, question, request);
    }

    @PostMapping("/{tenant}/sign-in/totp")
    ModelAndView answer(
            Tenant tenant,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        return TypedCode.parse(code).isEmpty()
                ? door.malformed(tenant, question, request)
                : door.answer(
                        tenant,
                        question,
                        (account, device) -> codes.verify(tenant.id(), account, device, code),
                        request,
                        response);
    }
}
