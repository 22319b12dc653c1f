package org.poterne.holder;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poterne.device.KnownDevice;
import org.poterne.device.KnownDevices;
import org.poterne.holder.ChangeOutcome.Made;
import org.poterne.holder.ChangeOutcome.PasswordRefused;
import org.poterne.holder.ChangeOutcome.TooOften;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.TooMany;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Forgetting a browser that the account knows: it keeps no lane of its own any more. */
@Controller
class DevicePages {

    private static final String VIEW = "holder/forget-device";

    private final OwnPages pages;
    private final OwnChanges changes;
    private final KnownDevices devices;

    DevicePages(OwnPages pages, OwnChanges changes, KnownDevices devices) {
        this.pages = pages;
        this.changes = changes;
        this.devices = devices;
    }

    @GetMapping("/{tenant}/account/devices/forget")
    ModelAndView ask(
            Tenant tenant, SignedInPerson person, Locale language, @RequestParam(defaultValue = "") String device) {
        return find(tenant, person, device)
                .map(found -> pages.page(tenant, person, VIEW, Map.of("device", shown(tenant, language, found))))
                .orElseGet(() -> list(tenant, ""));
    }

    @PostMapping("/{tenant}/account/devices/forget")
    ModelAndView forget(
            Tenant tenant,
            SignedInPerson person,
            Locale language,
            @RequestParam(defaultValue = "") String device,
            HttpServletRequest request,
            HttpServletResponse response) {
        var found = find(tenant, person, device);
        if (found.isEmpty()) {
            return list(tenant, "");
        }
        var outcome = changes.make(
                tenant.id(),
                person.account(),
                pages.typed(tenant, request),
                () -> devices.forget(tenant.id(), person.account(), found.get().id()));
        return switch (outcome) {
            case Made() -> list(tenant, "?notice=holder.device-forgotten");
            case PasswordRefused(var reason) ->
                pages.again(
                        tenant,
                        person,
                        VIEW,
                        Map.of(
                                "device", shown(tenant, language, found.get()),
                                "error", tenant.words(language).say(reason.key())));
            case TooOften(var pause) -> TooMany.page(pause, response);
        };
    }

    /** Among this account's alone. */
    private Optional<KnownDevice> find(Tenant tenant, SignedInPerson person, String device) {
        return devices.list(tenant.id(), person.account()).stream()
                .filter(known -> known.id().toString().equals(device))
                .findFirst();
    }

    private static ShownDevice shown(Tenant tenant, Locale language, KnownDevice device) {
        return ShownDevice.of(tenant.words(language), tenant, device);
    }

    private static ModelAndView list(Tenant tenant, String notice) {
        return new ModelAndView("redirect:" + tenant.path("/account/sessions" + notice));
    }
}
