package org.poterne.authenticator;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.poterne.account.AccountId;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Somebody asks for an answer: what stands behind the calls {@code pending} and {@code answer}, for tests of the application alone. */
public class FakeApprovals {

    /** One that asks. */
    record Asked(AccountId account, String id, String action, String number, boolean known, long at, long expires) {}

    private final Map<String, Asked> asked = new ConcurrentHashMap<>();
    private final List<String> outcomes = new CopyOnWriteArrayList<>();

    @Bean
    RouterFunction<ServerResponse> fakeApprovalCalls(
            SignedCalls calls, UserVerification verification, Tenants tenants, Clock clock) {
        return RouterFunctions.route()
                .POST("/{tenant}/authenticator/api/pending", request -> {
                    var tenant = tenant(tenants, request);
                    var call = calls.read(tenant, request.servletRequest(), body(request.servletRequest()));
                    return call.isEmpty() ? refused(clock) : pending(clock, call.get());
                })
                .POST("/{tenant}/authenticator/api/answer", request -> {
                    var tenant = tenant(tenants, request);
                    var call = calls.read(tenant, request.servletRequest(), body(request.servletRequest()));
                    return call.isEmpty() ? refused(clock) : answer(tenant, verification, clock, call.get());
                })
                .build();
    }

    String ask(AccountId account, String action, String number, boolean known, Duration life, Clock clock) {
        var id = UUID.randomUUID().toString();
        var now = clock.millis();
        asked.put(id, new Asked(account, id, action, number, known, now, now + life.toMillis()));
        return id;
    }

    /** What came of the answers so far, and is forgotten by asking. */
    List<String> outcomes() {
        var all = List.copyOf(outcomes);
        outcomes.clear();
        return all;
    }

    private ServerResponse pending(Clock clock, SignedCall call) throws InterruptedException {
        var until = clock.millis() + 1000L * call.body().path("wait").intValue();
        while (of(call.device().account(), clock).isEmpty() && clock.millis() < until) {
            Thread.sleep(100);
        }
        return ServerResponse.ok()
                .body(Map.of("now", clock.millis(), "requests", of(call.device().account(), clock)));
    }

    private List<Map<String, Object>> of(AccountId account, Clock clock) {
        var found = new ArrayList<Map<String, Object>>();
        for (var one : asked.values()) {
            if (one.account().equals(account) && one.expires() > clock.millis()) {
                var shown = new LinkedHashMap<String, Object>();
                shown.put("id", one.id());
                shown.put("action", one.action());
                shown.put("browser", "Firefox");
                shown.put("platform", "Windows");
                shown.put("from", "203.0.113.7");
                shown.put("known", one.known());
                shown.put("at", one.at());
                shown.put("expires", one.expires());
                shown.put("digits", one.number().length());
                found.add(shown);
            }
        }
        return found;
    }

    private ServerResponse answer(Tenant tenant, UserVerification verification, Clock clock, SignedCall call) {
        var outcome = outcome(tenant.id(), verification, call);
        outcomes.add(outcome);
        return ServerResponse.ok().body(Map.of("now", clock.millis(), "outcome", outcome));
    }

    private String outcome(TenantId tenant, UserVerification verification, SignedCall call) {
        var one = asked.remove(CallBody.text(call.body(), "request"));
        if (one == null) {
            return "over";
        }
        if (CallBody.text(call.body(), "answer").equals("deny")) {
            return "denied";
        }
        var number = CallBody.text(call.body(), "number");
        var text = String.join("\n", "approve", one.id(), one.action(), number);
        if (!verification.holds(tenant, call.device(), text, call.body().path("proof"))) {
            return "unverified";
        }
        return number.equals(one.number()) ? "approved" : "wrong-number";
    }

    private static ServerResponse refused(Clock clock) {
        return ServerResponse.status(HttpStatus.UNAUTHORIZED).body(Map.of("now", clock.millis(), "outcome", "refused"));
    }

    private static Tenant tenant(Tenants tenants, ServerRequest request) {
        return tenants.get(new TenantId(request.pathVariable("tenant")));
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        return request.getInputStream().readAllBytes();
    }
}
