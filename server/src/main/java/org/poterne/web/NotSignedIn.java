package org.poterne.web;

import org.poterne.tenant.Tenant;

/** The page is its holder's own, and nobody is signed in. */
final class NotSignedIn extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Tenant tenant;

    NotSignedIn(Tenant tenant) {
        this.tenant = tenant;
    }

    Tenant tenant() {
        return tenant;
    }
}
