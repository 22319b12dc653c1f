package org.poterne.holder;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.device.KnownDevices;
import org.poterne.password.RawPassword;
import org.poterne.session.SessionOrigin;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What all of a holder's pages share: the account they are about. */
@Component
final class OwnPages {

    private final Accounts accounts;
    private final KnownDevices devices;

    OwnPages(Accounts accounts, KnownDevices devices) {
        this.accounts = accounts;
        this.devices = devices;
    }

    /** What the form's field {@code current} holds. */
    TypedPassword typed(Tenant tenant, HttpServletRequest request) {
        var current = Optional.ofNullable(request.getParameter("current")).orElse("");
        return new TypedPassword(new RawPassword(current), SessionOrigin.of(request), devices.of(tenant, request));
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
