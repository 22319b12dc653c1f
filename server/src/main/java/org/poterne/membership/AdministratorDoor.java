package org.poterne.membership;

import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The door of all pages of an establishment's administrators. To everybody else there is no such page (EN-4, DA-6). */
@Component
public class AdministratorDoor {

    private final Memberships memberships;
    private final ApplicationEventPublisher events;

    AdministratorDoor(Memberships memberships, ApplicationEventPublisher events) {
        this.memberships = memberships;
        this.events = events;
    }

    /**
     * @param number as it stands in the address
     * @throws ResponseStatusException 404 for whoever administers no such establishment
     */
    public Administrator open(Tenant tenant, SignedInPerson person, String number) {
        return EstablishmentNumber.parse(number)
                .flatMap(parsed -> memberships.administrator(tenant.id(), parsed, person.account()))
                .orElseThrow(AdministratorDoor::nothingHere);
    }

    public static ResponseStatusException nothingHere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /**
     * To the list of the establishment's people.
     *
     * @param notice what it says was done: {@code ?notice=users.removed}
     */
    public static ModelAndView list(Tenant tenant, Administrator administrator, String notice) {
        return new ModelAndView("redirect:"
                + tenant.path("/users/" + administrator.establishment().number() + notice));
    }

    /** Written down: it was no slip of the finger. */
    public void refused(Tenant tenant, Administrator administrator) {
        events.publishEvent(new RightsRefused(
                tenant.id(),
                administrator.establishment().id(),
                administrator.own().account()));
    }
}
