package org.poterne.web;

import org.poterne.session.Destination;
import org.poterne.tenant.Tenant;

/** The page is its holder's own, and nobody is signed in. */
final class NotSignedIn extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Tenant tenant;
    private final Destination to;

    /** @param to where they are to go once they have signed in */
    NotSignedIn(Tenant tenant, Destination to) {
        this.tenant = tenant;
        this.to = to;
    }

    /** The door, for whoever comes from that page. */
    String door() {
        return tenant.path(to == Destination.HOME ? "/sign-in" : "/sign-in?to=" + to.word());
    }
}
