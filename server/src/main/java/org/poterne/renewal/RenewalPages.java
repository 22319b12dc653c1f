package org.poterne.renewal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.poterne.account.Account;
import org.poterne.device.KnownDevices;
import org.poterne.password.PasswordSentences;
import org.poterne.password.RawPassword;
import org.poterne.renewal.RenewalOutcome.CurrentLocked;
import org.poterne.renewal.RenewalOutcome.CurrentWrong;
import org.poterne.renewal.RenewalOutcome.Ready;
import org.poterne.renewal.RenewalOutcome.Refused;
import org.poterne.renewal.RenewalOutcome.TooOften;
import org.poterne.session.Entrance;
import org.poterne.session.Entry;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.TooMany;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** "Your password has expired": the only page that an expired password opens. */
@Controller
class RenewalPages {

    private final Entrance entrance;
    private final RenewalStep step;
    private final Renewal renewal;
    private final RenewalView view;
    private final KnownDevices devices;

    RenewalPages(Entrance entrance, RenewalStep step, Renewal renewal, RenewalView view, KnownDevices devices) {
        this.entrance = entrance;
        this.step = step;
        this.renewal = renewal;
        this.view = view;
        this.devices = devices;
    }

    @GetMapping("/{tenant}" + RenewalStep.PATH)
    ModelAndView ask(Tenant tenant, HttpServletRequest request) {
        return entrance.at(tenant, step, request)
                .flatMap(entry -> view.account(tenant, entry))
                .map(account -> view.page(tenant, account))
                .orElseGet(() -> view.door(tenant));
    }

    @PostMapping("/{tenant}" + RenewalStep.PATH)
    ModelAndView renew(
            Tenant tenant,
            Locale language,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        var entry = entrance.at(tenant, step, request);
        var account = entry.flatMap(found -> view.account(tenant, found));
        if (entry.isEmpty() || account.isEmpty()) {
            return view.doorAgain(tenant);
        }
        var words = tenant.words(language);
        if (!sent.getOrDefault("password", "").equals(sent.getOrDefault("confirmation", ""))) {
            return view.again(tenant, account.get(), "confirmation", words.say("password.refused.confirmation"));
        }
        return switch (renewal.prepare(tenant.id(), entry.get(), account.get(), typed(tenant, sent, request))) {
            case Ready ready -> goOn(tenant, entry.get(), account.get(), ready, request, response);
            case CurrentWrong() -> view.again(tenant, account.get(), "current", words.say("renewal.current.wrong"));
            case CurrentLocked() -> view.again(tenant, account.get(), "current", words.say("renewal.current.locked"));
            case Refused(var broken) ->
                view.again(tenant, account.get(), "password", PasswordSentences.refused(words, broken));
            case TooOften(var pause) -> TooMany.page(pause, response);
        };
    }

    private ModelAndView goOn(
            Tenant tenant,
            Entry entry,
            Account account,
            Ready ready,
            HttpServletRequest request,
            HttpServletResponse response) {
        return entrance.passedBy(
                        tenant,
                        entry,
                        step.name(),
                        () -> renewal.replace(tenant.id(), account, ready.fresh()),
                        request,
                        response)
                .map(path -> view.goOn(tenant, path))
                .orElseGet(() -> view.doorAgain(tenant));
    }

    private TypedRenewal typed(Tenant tenant, Map<String, String> sent, HttpServletRequest request) {
        return new TypedRenewal(
                new RawPassword(sent.getOrDefault("current", "")),
                new RawPassword(sent.getOrDefault("password", "")),
                devices.of(tenant, request));
    }
}
