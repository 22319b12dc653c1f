package org.poterne.membership;

import java.util.Locale;
import java.util.Map;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One's own access to an establishment. */
@Controller
class EstablishmentPages {

    private final Establishments establishments;
    private final Memberships memberships;
    private final RightsForm rights;

    EstablishmentPages(Establishments establishments, Memberships memberships, RightsForm rights) {
        this.establishments = establishments;
        this.memberships = memberships;
        this.rights = rights;
    }

    /** Somebody else's establishment is answered as none at all (ASVS 5.0 8.2.2). */
    @GetMapping("/{tenant}/establishments/{number}")
    ModelAndView own(Tenant tenant, SignedInPerson person, Locale language, @PathVariable String number) {
        var membership = EstablishmentNumber.parse(number)
                .flatMap(parsed -> establishments.find(tenant.id(), parsed))
                .flatMap(found -> memberships.find(tenant.id(), found.id(), person.account()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView(
                "membership/establishment",
                Map.of(
                        "establishment",
                        membership.establishment(),
                        "rights",
                        rights.labels(tenant.id(), tenant.words(language), membership.rights()),
                        "administers",
                        memberships
                                .administrator(
                                        tenant.id(), membership.establishment().id(), person.account())
                                .isPresent()));
    }
}
