package org.poterne.recoverycode;

import java.util.Locale;
import java.util.Map;
import org.poterne.account.Accounts;
import org.poterne.factor.FactorDay;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The codes themselves, once: to print, to copy, to save. */
@Controller
class CodeSheetPages {

    private final CodeSheets sheets;
    private final KeptCodes kept;
    private final Accounts accounts;

    CodeSheetPages(CodeSheets sheets, KeptCodes kept, Accounts accounts) {
        this.sheets = sheets;
        this.kept = kept;
        this.accounts = accounts;
    }

    /** Looking changes nothing: the page may be loaded again while the printer wakes up. */
    @GetMapping("/{tenant}/account/recoverycode/sheet")
    ModelAndView show(Tenant tenant, SignedInPerson person, Locale language) {
        var codes = sheets.of(tenant.id(), person);
        var made = kept.madeAt(tenant.id(), person.account());
        var account = accounts.find(tenant.id(), person.account());
        if (codes.isEmpty() || made.isEmpty() || account.isEmpty()) {
            return new ModelAndView("redirect:" + tenant.path(RecoveryCodeFactor.MANAGE));
        }
        return new ModelAndView(
                "recoverycode/sheet",
                Map.of(
                        "codes",
                        codes,
                        "account",
                        account.get().email().given(),
                        "made",
                        FactorDay.of(tenant.words(language), tenant, made.get()),
                        "file",
                        tenant.id() + "-codes.txt"));
    }

    /** Kept on paper: there is nothing to show any more. */
    @PostMapping("/{tenant}/account/recoverycode/sheet")
    String done(Tenant tenant, SignedInPerson person) {
        sheets.drop(tenant.id(), person.account());
        return "redirect:" + tenant.path(RecoveryCodeFactor.MANAGE + "?notice=recoverycode.kept");
    }
}
