package org.poterne.authenticator;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.Username;
import org.poterne.authenticator.EnrolmentOutcome.Bound;
import org.poterne.authenticator.EnrolmentOutcome.CodeUnusable;
import org.poterne.authenticator.EnrolmentOutcome.TooManyPhones;
import org.poterne.authenticator.EnrolmentOutcome.TooOften;
import org.poterne.authenticator.EnrolmentOutcome.Unverified;
import org.poterne.device.UserBrowser;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.ClientAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** The first call of a phone, signed by the key it brings along: that it holds the other half is proved by calling. */
@Controller
class EnrolmentCalls {

    private final SignedCalls calls;
    private final Enrolment enrolment;
    private final Tenants tenants;
    private final Clock clock;

    EnrolmentCalls(SignedCalls calls, Enrolment enrolment, Tenants tenants, Clock clock) {
        this.calls = calls;
        this.enrolment = enrolment;
        this.tenants = tenants;
        this.clock = clock;
    }

    @PostMapping("/{tenant}/authenticator/api/enrol")
    ResponseEntity<Map<String, Object>> enrol(Tenant tenant, HttpServletRequest request) {
        if (!tenants.policy(tenant.id(), AuthenticatorPolicy.class).enabled()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var body = CallBody.read(request);
        var asked = CallBody.parse(body).flatMap(EnrolmentAsked::parse);
        if (asked.isEmpty()
                || !calls.isSigned(tenant, request, body, asked.get().key())) {
            throw new CallRefused("refused");
        }
        var from = ClientAddress.of(request.getRemoteAddr());
        return switch (enrolment.enrol(tenant.id(), asked.get(), UserBrowser.of(request), from)) {
            case Bound(var authenticator, var account) ->
                ResponseEntity.ok(Map.of(
                        "now", clock.millis(),
                        "outcome", "bound",
                        "device", authenticator,
                        "house", tenant.name(),
                        "identifier", identifier(account)));
            case CodeUnusable() -> answer("code");
            case Unverified() -> answer("unverified");
            case TooManyPhones() -> answer("full");
            case TooOften(var pause) ->
                ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                        .header(
                                HttpHeaders.RETRY_AFTER,
                                String.valueOf(Math.max(1, pause.plusSeconds(59).toMinutes()) * 60))
                        .body(Map.of("now", clock.millis(), "outcome", "often"));
        };
    }

    private ResponseEntity<Map<String, Object>> answer(String outcome) {
        return ResponseEntity.ok(Map.of("now", clock.millis(), "outcome", outcome));
    }

    /** What its holder signs in with, told to the phone that is theirs. */
    static String identifier(Account account) {
        return Optional.of(account)
                .flatMap(Account::username)
                .map(Username::given)
                .orElseGet(() -> account.email().given());
    }
}
