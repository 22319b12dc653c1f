package org.poterne.recovery;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.ClientAddress;
import org.springframework.stereotype.Component;

/** Where a request leads, whoever was named: to a letter, or on with this browser. */
@Component
class FirstStep {

    private final RecoveryRequests requests;
    private final WayCookies cookies;
    private final Tenants tenants;

    FirstStep(RecoveryRequests requests, WayCookies cookies, Tenants tenants) {
        this.requests = requests;
        this.cookies = cookies;
        this.tenants = tenants;
    }

    /** @return the page to go to */
    String take(Tenant tenant, Description typed, Locale language, ClientAddress from, HttpServletResponse response) {
        if (tenants.policy(tenant.id(), RecoveryPolicy.class).procedure().isMailed()) {
            requests.ask(tenant.id(), typed, language, from);
            return "/recovery/sent";
        }
        cookies.keepAttempt(tenant, requests.begin(tenant.id(), typed, from), response);
        return "/recovery/approval";
    }
}
