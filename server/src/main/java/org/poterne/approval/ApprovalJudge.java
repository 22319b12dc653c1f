package org.poterne.approval;

import java.util.UUID;
import org.poterne.approval.ApprovalCallBodies.Yes;
import org.poterne.authenticator.Authenticator;
import org.poterne.authenticator.UserVerification;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;

/** Whether an approval is one: the right number, typed by whoever can unlock the device. */
@Component
class ApprovalJudge {

    private final UserVerification verification;
    private final ApprovalNumber number;
    private final Tenants tenants;

    ApprovalJudge(UserVerification verification, ApprovalNumber number, Tenants tenants) {
        this.verification = verification;
        this.number = number;
        this.tenants = tenants;
    }

    /**
     * Two factors in one device (NIST SP 800-63B-4 §3.1.3.4): its key, and what unlocks it, for this request, action and number
     * alone.
     */
    boolean isUnlocked(TenantId tenant, Authenticator device, ApprovalAction action, Yes answer) {
        var text = String.join("\n", "approve", answer.request().toString(), action.word(), answer.number());
        return verification.holds(tenant, device, text, answer.proof());
    }

    boolean isRight(TenantId tenant, UUID request, String typed) {
        return number.isRight(
                tenant, request, tenants.policy(tenant, ApprovalPolicy.class).digits(), typed);
    }
}
