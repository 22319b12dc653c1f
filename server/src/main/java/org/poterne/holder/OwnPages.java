package org.poterne.holder;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What all of a holder's pages share: the account they are about. */
@Component
final class OwnPages {

    private final Accounts accounts;

    OwnPages(Accounts accounts) {
        this.accounts = accounts;
    }

    ModelAndView page(Tenant tenant, SignedInPerson person, String view, Map<String, ?> model) {
        return page(tenant, person, view, _ -> model);
    }

    /** An account that was deleted a moment ago leads to the door. */
    ModelAndView page(Tenant tenant, SignedInPerson person, String view, Function<Account, Map<String, ?>> model) {
        return accounts.find(tenant.id(), person.account())
                .map(account -> {
                    var values = new HashMap<String, Object>(model.apply(account));
                    values.put("account", account);
                    return new ModelAndView(view, values);
                })
                .orElseGet(() -> new ModelAndView("redirect:" + tenant.path("/sign-in")));
    }

    /** The form once more, with what is wrong beside each field. */
    ModelAndView again(Tenant tenant, SignedInPerson person, String view, Map<String, ?> model) {
        var page = page(tenant, person, view, model);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
