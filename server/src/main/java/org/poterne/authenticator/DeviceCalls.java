package org.poterne.authenticator;

import java.time.Clock;
import java.util.Map;
import org.poterne.account.Accounts;
import org.poterne.push.Pushes;
import org.poterne.tenant.Tenant;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** What a phone asks about itself, and where it lets itself be woken. */
@Controller
class DeviceCalls {

    private final Accounts accounts;
    private final Authenticators authenticators;
    private final Subscriptions subscriptions;
    private final Pushes pushes;
    private final Clock clock;

    DeviceCalls(
            Accounts accounts, Authenticators authenticators, Subscriptions subscriptions, Pushes pushes, Clock clock) {
        this.accounts = accounts;
        this.authenticators = authenticators;
        this.subscriptions = subscriptions;
        this.pushes = pushes;
        this.clock = clock;
    }

    /** Names change: the application shows what is so now. */
    @PostMapping("/{tenant}/authenticator/api/state")
    ResponseEntity<Map<String, Object>> state(Tenant tenant, SignedCall call) {
        var device = call.device();
        var account = accounts.find(tenant.id(), device.account()).orElseThrow(() -> new CallRefused("refused"));
        return ResponseEntity.ok(Map.of(
                "now", clock.millis(),
                "outcome", "live",
                "house", tenant.name(),
                "identifier", EnrolmentCalls.identifier(account),
                "name", device.name(),
                "subscribed", subscriptions.isKept(tenant.id(), device.id())));
    }

    /** An address that is no push service's is not knocked at (PU-12): {@link Pushes} decides. */
    @PostMapping("/{tenant}/authenticator/api/subscription")
    ResponseEntity<Map<String, Object>> subscribe(Tenant tenant, SignedCall call) {
        var subscription = pushes.subscription(
                CallBody.text(call.body(), "endpoint"),
                CallBody.text(call.body(), "p256dh"),
                CallBody.text(call.body(), "auth"));
        subscription.ifPresent(
                found -> subscriptions.keep(tenant.id(), call.device().id(), found));
        return answer(subscription.isPresent() ? "kept" : "refused");
    }

    @PostMapping("/{tenant}/authenticator/api/subscription/delete")
    ResponseEntity<Map<String, Object>> unsubscribe(Tenant tenant, SignedCall call) {
        subscriptions.drop(tenant.id(), call.device().id());
        return answer("dropped");
    }

    /** Taken from the phone by whoever holds it: it can do no more from then on, so nothing is asked. */
    @PostMapping("/{tenant}/authenticator/api/leave")
    ResponseEntity<Map<String, Object>> leave(Tenant tenant, SignedCall call) {
        authenticators.revoke(
                tenant.id(), call.device().account(), call.device().id());
        return answer("gone");
    }

    private ResponseEntity<Map<String, Object>> answer(String outcome) {
        return ResponseEntity.ok(Map.of("now", clock.millis(), "outcome", outcome));
    }
}
