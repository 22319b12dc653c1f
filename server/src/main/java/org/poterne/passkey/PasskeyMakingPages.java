package org.poterne.passkey;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.poterne.device.UserBrowser;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Making a passkey. The password is asked before the browser is, so that nobody makes one on a device that is then refused
 * here; and again should it be late when the answer comes.
 */
@Controller
class PasskeyMakingPages {

    private final Passkeys passkeys;
    private final Making making;

    PasskeyMakingPages(Passkeys passkeys, Making making) {
        this.passkeys = passkeys;
        this.making = making;
    }

    @Sensitive
    @PostMapping("/{tenant}/account/passkey/add")
    String begin(Tenant tenant, SignedInPerson person) {
        var begins = passkeys.areOffered(tenant.id()) && making.begin(tenant, person.account());
        return "redirect:" + tenant.path(begins ? "/account/passkey/new" : "/account/passkey");
    }

    @GetMapping("/{tenant}/account/passkey/new")
    ModelAndView ask(Tenant tenant, SignedInPerson person, Locale language, HttpServletRequest request) {
        if (!passkeys.areOffered(tenant.id()) || !making.hasBegun(tenant, person.account())) {
            return PasskeyPages.list(tenant, "");
        }
        var name = PasskeyName.proposed(tenant.words(language), UserBrowser.of(request));
        return new ModelAndView("passkey/new", Map.of("name", name));
    }

    @GetMapping("/{tenant}/account/passkey/new/options")
    ResponseEntity<String> options(Tenant tenant, SignedInPerson person) {
        return Answers.json(making.question(tenant, person));
    }

    @Sensitive
    @PostMapping("/{tenant}/account/passkey/new")
    ModelAndView add(Tenant tenant, SignedInPerson person, Locale language, @RequestParam Map<String, String> sent) {
        if (!passkeys.areOffered(tenant.id())) {
            return PasskeyPages.list(tenant, "");
        }
        var name = sent.getOrDefault("name", "");
        var outcome = making.add(tenant, person, name, PasskeyAnswer.of(sent));
        if (outcome == AddOutcome.ADDED) {
            return PasskeyPages.list(tenant, "?notice=passkey.added");
        }
        var reason = tenant.words(language).say("passkey.refused." + outcome.word(), "most", PasskeyName.LONGEST);
        return PasskeyPages.again(
                "passkey/new",
                outcome == AddOutcome.NAME
                        ? Map.of("name", name, "nameError", reason)
                        : Map.of("name", name, "error", reason));
    }
}
