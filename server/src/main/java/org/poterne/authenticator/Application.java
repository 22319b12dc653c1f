package org.poterne.authenticator;

import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Whether a tenant has one. */
@Component
final class Application {

    private final Tenants tenants;
    private final Authenticators authenticators;

    Application(Tenants tenants, Authenticators authenticators) {
        this.tenants = tenants;
        this.authenticators = authenticators;
    }

    /** Where nobody may add a phone and nobody has one, there is none. */
    void open(Tenant tenant) {
        if (!tenants.policy(tenant.id(), AuthenticatorPolicy.class).enabled() && !authenticators.any(tenant.id())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
