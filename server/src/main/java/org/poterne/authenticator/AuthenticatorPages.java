package org.poterne.authenticator;

import java.util.Locale;
import java.util.Map;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The phones of an account, for its holder: to look at, to rename, to revoke. */
@Controller
class AuthenticatorPages {

    static final String LIST = "/account/authenticators";

    private final OwnDevices own;

    AuthenticatorPages(OwnDevices own) {
        this.own = own;
    }

    @GetMapping("/{tenant}/account/authenticators")
    ModelAndView list(Tenant tenant, SignedInPerson person, Locale language) {
        var words = tenant.words(language);
        return new ModelAndView(
                "authenticator/devices",
                Map.of(
                        "devices",
                        own.of(tenant.id(), person.account()).stream()
                                .map(device -> ShownDevice.of(words, tenant, device))
                                .toList(),
                        "mayAdd",
                        own.mayAdd(tenant.id(), person.account())));
    }

    @GetMapping("/{tenant}/account/authenticators/rename")
    ModelAndView askName(
            Tenant tenant, SignedInPerson person, Locale language, @RequestParam(defaultValue = "") String device) {
        return own.find(tenant.id(), person.account(), device)
                .map(found -> renaming(ShownDevice.of(tenant.words(language), tenant, found), found.name(), ""))
                .orElseGet(() -> list(tenant, ""));
    }

    @PostMapping("/{tenant}/account/authenticators/rename")
    ModelAndView rename(
            Tenant tenant,
            SignedInPerson person,
            Locale language,
            @RequestParam(defaultValue = "") String device,
            @RequestParam(defaultValue = "") String name) {
        var found = own.find(tenant.id(), person.account(), device);
        if (found.isEmpty()) {
            return list(tenant, "");
        }
        var chosen = DeviceName.parse(name);
        if (chosen.isEmpty()) {
            var words = tenant.words(language);
            var again = renaming(
                    ShownDevice.of(words, tenant, found.get()),
                    name,
                    words.say("authenticator.name.refused", "characters", DeviceName.LONGEST));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        own.rename(tenant.id(), person.account(), found.get().id(), chosen.get());
        return list(tenant, "?notice=authenticator.renamed");
    }

    @GetMapping("/{tenant}/account/authenticators/revoke")
    ModelAndView askRevoke(
            Tenant tenant, SignedInPerson person, Locale language, @RequestParam(defaultValue = "") String device) {
        return own.find(tenant.id(), person.account(), device)
                .map(found -> new ModelAndView(
                        "authenticator/revoke",
                        Map.of("device", ShownDevice.of(tenant.words(language), tenant, found))))
                .orElseGet(() -> list(tenant, ""));
    }

    @Sensitive
    @PostMapping("/{tenant}/account/authenticators/revoke")
    ModelAndView revoke(Tenant tenant, SignedInPerson person, @RequestParam(defaultValue = "") String device) {
        var revoked = own.find(tenant.id(), person.account(), device)
                .filter(found -> own.revoke(tenant.id(), person.account(), found.id(), person.session()));
        return list(tenant, revoked.isPresent() ? "?notice=authenticator.revoked" : "");
    }

    private static ModelAndView renaming(ShownDevice device, String name, String error) {
        return new ModelAndView("authenticator/rename", Map.of("device", device, "name", name, "error", error));
    }

    private static ModelAndView list(Tenant tenant, String notice) {
        return new ModelAndView("redirect:" + tenant.path(LIST + notice));
    }
}
