package org.poterne.recovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.poterne.approval.Waiting;
import org.poterne.recovery.Proof.Approval;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.ClientAddress;
import org.poterne.throttle.Spending.Exhausted;
import org.poterne.throttle.Spending.Granted;
import org.poterne.throttle.TooMany;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The number that is typed on a device: the same pages for everybody, whoever was named and whatever they hold (EN-5). */
@Controller
class RecoveryApprovalPages {

    private final RecoveryApprovals approvals;
    private final RecoveryGate gate;
    private final WayCookies cookies;

    RecoveryApprovalPages(RecoveryApprovals approvals, RecoveryGate gate, WayCookies cookies) {
        this.approvals = approvals;
        this.gate = gate;
        this.cookies = cookies;
    }

    @GetMapping("/{tenant}/recovery/approval")
    ModelAndView look(Tenant tenant, HttpServletRequest request) {
        return attempt(tenant, request)
                .map(attempt -> isDue(attempt)
                        ? page(approvals.look(tenant.id(), attempt))
                        : new ModelAndView("redirect:" + tenant.path("/recovery/password")))
                .orElseGet(() -> begin(tenant));
    }

    @PostMapping("/{tenant}/recovery/approval/send")
    ModelAndView send(Tenant tenant, HttpServletRequest request, HttpServletResponse response) {
        var attempt = attempt(tenant, request).filter(RecoveryApprovalPages::isDue);
        if (attempt.isEmpty()) {
            return begin(tenant);
        }
        return switch (gate.approval(tenant.id(), ClientAddress.of(request.getRemoteAddr()))) {
            case Exhausted(var pause) -> TooMany.page(pause, response);
            case Granted() -> {
                approvals.send(tenant, attempt.get(), request);
                yield new ModelAndView("redirect:" + tenant.path("/recovery/approval"));
            }
        };
    }

    /** For the page's script: answered when something has changed, or a while later. */
    @GetMapping("/{tenant}/recovery/approval/state")
    ResponseEntity<Map<String, String>> state(Tenant tenant, HttpServletRequest request) {
        var waiting = attempt(tenant, request)
                .map(attempt -> approvals.await(tenant.id(), attempt, Duration.ofSeconds(20)))
                .orElseGet(Waiting.Over::new);
        return ResponseEntity.ok(Map.of("state", waiting.word()));
    }

    private Optional<RecoveryAttempt> attempt(Tenant tenant, HttpServletRequest request) {
        return cookies.attempt(tenant, request).flatMap(id -> approvals.find(tenant.id(), id));
    }

    private static boolean isDue(RecoveryAttempt attempt) {
        return attempt.due().filter(Approval.class::isInstance).isPresent();
    }

    private static ModelAndView page(Waiting waiting) {
        return new ModelAndView("recovery/approval", Map.of("waiting", waiting));
    }

    private static ModelAndView begin(Tenant tenant) {
        return new ModelAndView("redirect:" + tenant.path("/recovery"));
    }
}
