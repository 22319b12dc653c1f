package org.poterne.approval;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.poterne.device.KnownDevices;
import org.poterne.factor.FactorStep;
import org.poterne.session.Entrance;
import org.poterne.session.Entry;
import org.poterne.tenant.Tenant;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** At the door: the password was right, and a device approves. */
@Controller
class ApprovalPages {

    private static final ApprovalAction ACTION = ApprovalAction.SIGN_IN;

    private final Entrance entrance;
    private final FactorStep step;
    private final ApprovalDoor door;
    private final Approvals approvals;
    private final KnownDevices devices;

    ApprovalPages(Entrance entrance, FactorStep step, ApprovalDoor door, Approvals approvals, KnownDevices devices) {
        this.entrance = entrance;
        this.step = step;
        this.door = door;
        this.approvals = approvals;
        this.devices = devices;
    }

    @GetMapping("/{tenant}/sign-in/approval")
    ModelAndView look(Tenant tenant, HttpServletRequest request) {
        return entry(tenant, request)
                .map(entry -> door.page(tenant, entry, approvals.look(tenant.id(), ACTION, entry.id())))
                .orElseGet(() -> begin(tenant));
    }

    /** Another request takes the place of the one before. */
    @PostMapping("/{tenant}/sign-in/approval/send")
    ModelAndView send(Tenant tenant, HttpServletRequest request) {
        return entry(tenant, request)
                .map(entry -> {
                    var asker = Asker.of(tenant, request, devices);
                    var asked = approvals.begin(tenant.id(), ACTION, entry.id(), asker.origin());
                    approvals.show(tenant.id(), asked, entry.account(), asker);
                    return new ModelAndView("redirect:" + tenant.path("/sign-in/approval"));
                })
                .orElseGet(() -> begin(tenant));
    }

    /** For the page's script: answered when something has changed, or a while later. */
    @GetMapping("/{tenant}/sign-in/approval/state")
    ResponseEntity<Map<String, String>> state(Tenant tenant, HttpServletRequest request) {
        var waiting = entry(tenant, request)
                .map(entry -> approvals.await(tenant.id(), ACTION, entry.id(), Duration.ofSeconds(20)))
                .orElseGet(Waiting.Over::new);
        return ResponseEntity.ok(Map.of("state", waiting.word()));
    }

    /** Nothing opens by looking: the approved page is sent on by its button, which the script presses. */
    @PostMapping("/{tenant}/sign-in/approval")
    ModelAndView goOn(Tenant tenant, HttpServletRequest request, HttpServletResponse response) {
        return entry(tenant, request)
                .filter(entry -> approvals.spend(tenant.id(), ACTION, entry.id()))
                .flatMap(entry -> entrance.passed(tenant, entry, FactorStep.NAME, request, response))
                .map(path -> new ModelAndView("redirect:" + tenant.path(path)))
                .orElseGet(() -> new ModelAndView("redirect:" + tenant.path("/sign-in/approval")));
    }

    private Optional<Entry> entry(Tenant tenant, HttpServletRequest request) {
        return entrance.at(tenant, step, request);
    }

    private static ModelAndView begin(Tenant tenant) {
        return new ModelAndView("redirect:" + tenant.path("/sign-in"));
    }
}
