package org.poterne.email;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.device.KnownDevices;
import org.poterne.email.AddressRequests.Typed;
import org.poterne.email.AskOutcome.Asked;
import org.poterne.email.AskOutcome.NotTheirs;
import org.poterne.email.AskOutcome.PasswordWrong;
import org.poterne.email.AskOutcome.SameAddress;
import org.poterne.email.AskOutcome.TooOften;
import org.poterne.password.RawPassword;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.ClientAddress;
import org.poterne.throttle.TooMany;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own address, and the wish for another. */
@Controller
class EmailPages {

    private final AddressRequests requests;
    private final AddressChanges changes;
    private final Accounts accounts;
    private final KnownDevices devices;
    private final AdministeredAddress administered;

    EmailPages(
            AddressRequests requests,
            AddressChanges changes,
            Accounts accounts,
            KnownDevices devices,
            AdministeredAddress administered) {
        this.requests = requests;
        this.administered = administered;
        this.changes = changes;
        this.accounts = accounts;
        this.devices = devices;
    }

    @GetMapping("/{tenant}/account/email")
    ModelAndView own(Tenant tenant, SignedInPerson person) {
        return holder(tenant, person)
                .map(account -> administered.isAdministered(tenant.id())
                        ? administered.page(tenant, account)
                        : page(tenant, account, "", Map.of()))
                .orElseGet(() -> door(tenant));
    }

    @PostMapping("/{tenant}/account/email")
    ModelAndView ask(
            Tenant tenant,
            SignedInPerson person,
            Locale language,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String current,
            HttpServletRequest request,
            HttpServletResponse response) {
        var holder = holder(tenant, person);
        if (holder.isEmpty()) {
            return door(tenant);
        }
        if (administered.isAdministered(tenant.id())) {
            return administered.refused(tenant, holder.get());
        }
        var again = new Again(tenant, holder.get(), language, email);
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            return again(again, "email", email.isBlank() ? "email.own.missing" : "email.own.malformed");
        }
        var from = ClientAddress.of(request.getRemoteAddr());
        var typed = new Typed(address.get(), new RawPassword(current), devices.of(tenant, request), from, language);
        return switch (requests.ask(tenant.id(), holder.get(), typed)) {
            case Asked() -> new ModelAndView("redirect:" + tenant.path("/account/email?notice=email.asked"));
            case NotTheirs() -> administered.refused(tenant, holder.get());
            case SameAddress() -> again(again, "email", "email.own.same");
            case PasswordWrong() -> again(again, "current", "email.own.password-wrong");
            case TooOften(var pause) -> TooMany.page(pause, response);
        };
    }

    private record Again(Tenant tenant, Account account, Locale language, String typed) {}

    private ModelAndView again(Again form, String field, String key) {
        var error = form.tenant().words(form.language()).say(key);
        var page = page(form.tenant(), form.account(), form.typed(), Map.of(field, error));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Tenant tenant, Account account, String typed, Map<String, String> errors) {
        var pending = changes.askedBy(tenant.id(), account.id());
        return new ModelAndView(
                "email/own",
                Map.of(
                        "account",
                        account.email().given(),
                        "pending",
                        pending.map(change -> change.to().given()).orElse(""),
                        "email",
                        typed,
                        "errors",
                        errors));
    }

    private Optional<Account> holder(Tenant tenant, SignedInPerson person) {
        return accounts.find(tenant.id(), person.account());
    }

    /** The account was deleted a moment ago. */
    private static ModelAndView door(Tenant tenant) {
        return new ModelAndView("redirect:" + tenant.path("/sign-in"));
    }
}
