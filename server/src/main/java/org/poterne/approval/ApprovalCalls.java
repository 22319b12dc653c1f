package org.poterne.approval;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poterne.authenticator.SignedCall;
import org.poterne.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What devices ask and answer: signed by the device, fresh, and of its own account alone (PU-2). */
@RestController
class ApprovalCalls {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);

    private final ApprovalRequests requests;
    private final ApprovalAnswers answers;
    private final Signals signals;
    private final ApprovalCallBodies bodies;
    private final Clock clock;

    ApprovalCalls(
            ApprovalRequests requests,
            ApprovalAnswers answers,
            Signals signals,
            ApprovalCallBodies bodies,
            Clock clock) {
        this.requests = requests;
        this.answers = answers;
        this.signals = signals;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** What waits for the device; if nothing does, answered when something comes, or after a while. */
    @PostMapping("/{tenant}/authenticator/api/pending")
    Map<String, ?> pending(Tenant tenant, SignedCall call) {
        var wait = Duration.ofSeconds(Math.clamp(call.body().path("wait").asLong(0), 0, LONGEST_WAIT.toSeconds()));
        var shown = waitFor(tenant, call, wait).stream()
                .map(asked -> bodies.shown(tenant, asked))
                .toList();
        return Map.of("now", clock.millis(), "requests", shown);
    }

    private List<ApprovalRequest> waitFor(Tenant tenant, SignedCall call, Duration wait) {
        var account = call.device().account();
        return signals.await(
                        account.toString(),
                        wait,
                        () -> Optional.of(requests.pending(tenant.id(), account))
                                .filter(asked -> !asked.isEmpty()))
                .orElse(List.of());
    }

    @PostMapping("/{tenant}/authenticator/api/answer")
    ResponseEntity<Map<String, ?>> answer(Tenant tenant, SignedCall call) {
        return bodies.answer(call.body())
                .map(answer -> answered(tenant, call, answer))
                .<ResponseEntity<Map<String, ?>>>map(
                        outcome -> ResponseEntity.ok(Map.of("now", clock.millis(), "outcome", word(outcome))))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(Map.of("now", clock.millis())));
    }

    private ApprovalAnswers.Outcome answered(Tenant tenant, SignedCall call, ApprovalCallBodies.Answer answer) {
        return switch (answer) {
            case ApprovalCallBodies.Yes yes -> answers.approve(tenant.id(), call.device(), yes);
            case ApprovalCallBodies.No(var asked) -> answers.deny(tenant.id(), call.device(), asked);
        };
    }

    private static String word(ApprovalAnswers.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
