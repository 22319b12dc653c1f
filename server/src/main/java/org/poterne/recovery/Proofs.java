package org.poterne.recovery;

import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.profile.ProfilePolicy;
import org.poterne.profile.Profiles;
import org.poterne.recovery.Proof.Approval;
import org.poterne.recovery.Proof.Challenge;
import org.poterne.recovery.Proof.MailedLink;
import org.poterne.recovery.Proof.MatchingProfile;
import org.poterne.recovery.Proof.Passkey;
import org.poterne.recovery.Proof.RecoveryCode;
import org.poterne.recovery.Proof.Totp;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether a proof stands. A description is a filter against mistakes, never a factor: names and countries are known to
 * others (ASVS 5.0 6.4.2; NIST SP 800-63B-4 §3.1.1.2). It is held against one account, that of the address or that of the
 * link, and never selects one (LTB #24, #520).
 */
@Component
class Proofs {

    private final RecoveryAttempts attempts;
    private final Profiles profiles;
    private final Tenants tenants;
    private final ApplicationEventPublisher events;

    Proofs(RecoveryAttempts attempts, Profiles profiles, Tenants tenants, ApplicationEventPublisher events) {
        this.attempts = attempts;
        this.profiles = profiles;
        this.tenants = tenants;
        this.events = events;
    }

    /**
     * Whether the proof that is due stands.
     *
     * @param description what was typed with the request, or behind the link that was spent just now
     */
    boolean stands(TenantId tenant, RecoveryAttempt attempt, Account account, Description description) {
        return switch (attempt.due().orElseThrow()) {
            case MailedLink() -> true;
            case MatchingProfile() -> matches(tenant, account, description);
            case Challenge(), Approval(), Totp(), RecoveryCode(), Passkey() ->
                false; // each stands by its own page, and never by this one
        };
    }

    /** The link, spent just now, and what comes after it, in the procedure's order. */
    boolean allStand(TenantId tenant, LinkHolder holder, Description description) {
        var attempt = Optional.of(holder.attempt()).filter(asked -> asked.due().equals(Optional.of(new MailedLink())));
        while (attempt.flatMap(RecoveryAttempt::due).isPresent()) {
            attempt = attempt.filter(due -> stands(tenant, due, holder.account(), description))
                    .flatMap(due -> attempts.stands(tenant, due));
        }
        return attempt.isPresent();
    }

    /** What came of describing the account of a link. */
    enum Verdict {
        MATCHES,
        DIFFERS,
        /** Too many have differed: the link is to die. */
        EXHAUSTED
    }

    /** One hand at a time: none is compared once {@link RecoveryAttempts#TRIES} have differed. */
    @Transactional
    public Verdict judge(TenantId tenant, LinkHolder holder, NewPassword typed) {
        var attempt = holder.attempt().id();
        var mismatches = attempts.mismatches(tenant, attempt).orElse(RecoveryAttempts.TRIES);
        if (mismatches >= RecoveryAttempts.TRIES) {
            return Verdict.EXHAUSTED;
        }
        if (matches(tenant, holder.account(), typed.description())) {
            return Verdict.MATCHES;
        }
        attempts.countMismatch(tenant, attempt);
        events.publishEvent(new RecoveryMismatched(
                tenant, holder.account().id(), typed.from().value()));
        return mismatches + 1 < RecoveryAttempts.TRIES ? Verdict.DIFFERS : Verdict.EXHAUSTED;
    }

    private boolean matches(TenantId tenant, Account account, Description description) {
        var procedure = tenants.policy(tenant, RecoveryPolicy.class).procedure();
        var asked = procedure.described(tenants.policy(tenant, ProfilePolicy.class));
        return description.names(account) && profiles.describes(tenant, account, description.profile(), asked);
    }
}
