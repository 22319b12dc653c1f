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
    private final ChangeDesk desk;

    EmailPages(
            AddressRequests requests,
            AddressChanges changes,
            Accounts accounts,
            KnownDevices devices,
            ChangeDesk desk) {
        this.requests = requests;
        this.desk = desk;
        this.changes = changes;
        this.accounts = accounts;
        this.devices = devices;
    }

    @GetMapping("/{tenant}/account/email")
    ModelAndView own(Tenant tenant, SignedInPerson person) {
        return holder(tenant, person)
                .map(account -> desk.isHoldersToChange(tenant.id())
                        ? page(tenant, account, "", Map.of())
                        : administered(account))
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
        if (!desk.isHoldersToChange(tenant.id())) {
            return refused(holder.get());
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
            case NotTheirs() -> refused(holder.get());
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

    /** The way there is, step by step: no dead end. */
    private static ModelAndView administered(Account account) {
        return new ModelAndView(
                "email/administered", Map.of("account", account.email().given()));
    }

    /** Asked all the same, past the page that has no form: nothing is looked at, compared or owed. */
    private static ModelAndView refused(Account account) {
        var page = administered(account);
        page.setStatus(HttpStatus.FORBIDDEN);
        return page;
    }

    private Optional<Account> holder(Tenant tenant, SignedInPerson person) {
        return accounts.find(tenant.id(), person.account());
    }

    /** The account was deleted a moment ago. */
    private static ModelAndView door(Tenant tenant) {
        return new ModelAndView("redirect:" + tenant.path("/sign-in"));
    }
}
