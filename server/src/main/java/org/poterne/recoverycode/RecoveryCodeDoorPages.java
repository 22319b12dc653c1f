package org.poterne.recoverycode;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.poterne.factor.FactorDoor;
import org.poterne.factor.FactorQuestion;
import org.poterne.tenant.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** At the door, after the password: a code from the paper. Then how many are left, and a fresh set. */
@Controller
class RecoveryCodeDoorPages {

    private final FactorDoor door;
    private final RecoveryCodes codes;
    private final FactorQuestion question;

    RecoveryCodeDoorPages(FactorDoor door, RecoveryCodes codes, RecoveryCodeFactor factor) {
        this.door = door;
        this.codes = codes;
        this.question =
                new FactorQuestion(factor, "recoverycode/ask", RecoveryCodeFactor.MANAGE + "?notice=recoverycode.used");
    }

    @GetMapping("/{tenant}/sign-in/recoverycode")
    ModelAndView ask(Tenant tenant, HttpServletRequest request) {
        return door.ask(tenant, question, request);
    }

    @PostMapping("/{tenant}/sign-in/recoverycode")
    ModelAndView answer(
            Tenant tenant,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        return RecoveryCode.parse(code).isEmpty()
                ? door.malformed(tenant, question, request)
                : door.answer(
                        tenant,
                        question,
                        (account, device) -> codes.spend(tenant.id(), account, device, code),
                        request,
                        response);
    }
}
