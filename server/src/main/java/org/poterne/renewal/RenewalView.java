package org.poterne.renewal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.password.PasswordPolicy;
import org.poterne.session.Destination;
import org.poterne.session.Entry;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of an expired password, as each answer leaves it. */
@Component
final class RenewalView {

    private final Accounts accounts;
    private final Tenants tenants;

    RenewalView(Accounts accounts, Tenants tenants) {
        this.accounts = accounts;
        this.tenants = tenants;
    }

    Optional<Account> account(Tenant tenant, Entry entry) {
        return accounts.find(tenant.id(), entry.account());
    }

    ModelAndView page(Tenant tenant, Account account) {
        return page(tenant, account, Map.of());
    }

    /** The form once more, with what is wrong beside each field. */
    ModelAndView again(Tenant tenant, Account account, String field, String error) {
        var page = page(tenant, account, Map.of(field, error));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** Whoever was going to change the password has done so. */
    ModelAndView goOn(Tenant tenant, String path) {
        var isDone = path.equals(Destination.CHANGE_PASSWORD.path()) || path.equals(Destination.HOME.path());
        var further = isDone ? Destination.HOME.path() + "?notice=renewal.renewed" : path;
        return new ModelAndView("redirect:" + tenant.path(further));
    }

    ModelAndView door(Tenant tenant) {
        return new ModelAndView("redirect:" + tenant.path("/sign-in"));
    }

    /** What was typed is gone with the entry: it is said, not left to be guessed. */
    ModelAndView doorAgain(Tenant tenant) {
        return new ModelAndView("redirect:" + tenant.path("/sign-in?notice=renewal.begin-again"));
    }

    private ModelAndView page(Tenant tenant, Account account, Map<String, String> errors) {
        var policy = tenants.policy(tenant.id(), PasswordPolicy.class);
        return new ModelAndView(
                "renewal/renew",
                Map.of(
                        "account", account,
                        "policy", policy,
                        "days", policy.expiresAfter().map(Duration::toDays).orElse(0L),
                        "errors", errors));
    }
}
