package org.poterne.signin;

import java.util.Map;
import org.poterne.factor.Factors;
import org.poterne.membership.Memberships;
import org.poterne.session.Rooms;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The room behind the door: where one may go from here, and who leaves it. */
@Component
final class Home {

    private final Memberships memberships;
    private final Rooms rooms;
    private final Factors factors;
    private final ApplicationEventPublisher events;

    Home(Memberships memberships, Rooms rooms, Factors factors, ApplicationEventPublisher events) {
        this.memberships = memberships;
        this.rooms = rooms;
        this.factors = factors;
        this.events = events;
    }

    ModelAndView of(TenantId tenant, SignedInPerson person) {
        return new ModelAndView(
                "signin/home",
                Map.of(
                        "name", person.name(),
                        "memberships", memberships.of(tenant, person.account()),
                        "rooms", rooms.of(tenant, person.account()),
                        "factorMissing", factors.isMissing(tenant, person.account())));
    }

    void left(TenantId tenant, SignedInPerson person) {
        events.publishEvent(new SignedOut(tenant, person.account()));
    }
}
