package org.poterne.recovery;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.approval.ApprovalAction;
import org.poterne.approval.Approvals;
import org.poterne.approval.Asker;
import org.poterne.approval.Waiting;
import org.poterne.device.KnownDevices;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/**
 * Asks the devices of whoever was named. The page has its number before anybody is looked up, so that its time tells nothing;
 * what nobody holds is never answered, and ends with its two minutes like any other (EN-5).
 */
@Component
class RecoveryApprovals {

    private static final ApprovalAction ACTION = ApprovalAction.RECOVERY;

    private final Approvals approvals;
    private final RecoveryAttempts attempts;
    private final Accounts accounts;
    private final KnownDevices devices;
    private final AfterTheAnswer later;

    RecoveryApprovals(
            Approvals approvals,
            RecoveryAttempts attempts,
            Accounts accounts,
            KnownDevices devices,
            AfterTheAnswer later) {
        this.approvals = approvals;
        this.attempts = attempts;
        this.accounts = accounts;
        this.devices = devices;
        this.later = later;
    }

    Optional<RecoveryAttempt> find(TenantId tenant, AttemptId id) {
        return attempts.find(tenant, id);
    }

    /** Another request takes the place of the one before. */
    void send(Tenant tenant, RecoveryAttempt attempt, HttpServletRequest request) {
        var asker = Asker.of(tenant, request, devices);
        var asked = approvals.begin(tenant.id(), ACTION, attempt.id().value(), asker.origin());
        later.run(() -> show(tenant.id(), attempt.id(), asked, asker));
    }

    private void show(TenantId tenant, AttemptId attempt, UUID asked, Asker asker) {
        attempts.asked(tenant, attempt)
                .flatMap(typed -> typed.by().find(accounts, tenant, typed.identifier()))
                .filter(Account::isActive)
                .ifPresent(account -> approvals.show(tenant, asked, account.id(), asker));
    }

    Waiting look(TenantId tenant, RecoveryAttempt attempt) {
        return approvals.look(tenant, ACTION, attempt.id().value());
    }

    Waiting await(TenantId tenant, RecoveryAttempt attempt, Duration patience) {
        return approvals.await(tenant, ACTION, attempt.id().value(), patience);
    }
}
