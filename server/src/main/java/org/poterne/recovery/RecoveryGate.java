package org.poterne.recovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.poterne.challenge.Admission;
import org.poterne.challenge.Admission.Admitted;
import org.poterne.challenge.Admission.Asked;
import org.poterne.challenge.Admission.TooMany;
import org.poterne.challenge.Challenge;
import org.poterne.challenge.ChallengeGate;
import org.poterne.challenge.Question;
import org.poterne.challenge.Questions;
import org.poterne.challenge.Verdict;
import org.poterne.challenge.Verdict.Failed;
import org.poterne.challenge.Verdict.Passed;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.Budget;
import org.poterne.throttle.ClientAddress;
import org.poterne.throttle.Spending;
import org.poterne.throttle.Spending.Exhausted;
import org.poterne.throttle.Spending.Granted;
import org.poterne.throttle.Throttle;
import org.springframework.stereotype.Component;

/**
 * How often one address may ask. Where a locked name is answered with part of an address, a challenge makes asking for many
 * dear (W-4 of the requirements; OWASP Authentication).
 */
@Component
class RecoveryGate {

    private static final Budget PER_ADDRESS = new Budget("recovery requests per address", 30, Duration.ofHours(1));
    private static final Budget APPROVALS_PER_ADDRESS =
            new Budget("approvals asked for per address", 20, Duration.ofHours(1));
    private static final String ACTION = "recovery";

    private final ChallengeGate challenges;
    private final Questions questions;
    private final Throttle throttle;
    private final Tenants tenants;

    RecoveryGate(ChallengeGate challenges, Questions questions, Throttle throttle, Tenants tenants) {
        this.challenges = challenges;
        this.questions = questions;
        this.throttle = throttle;
        this.tenants = tenants;
    }

    /** What the page's browser is to work on, where anything is. */
    Optional<Challenge> challenge(TenantId tenant) {
        return isTelling(tenant) ? Optional.of(challenges.issue(tenant, ACTION)) : Optional.empty();
    }

    /** Where the procedure begins with it, a question that no form goes without. */
    Optional<Question> question(
            Tenant tenant, Locale language, HttpServletRequest request, HttpServletResponse response) {
        return asksAlways(tenant)
                ? Optional.of(questions.ask(tenant, ACTION, language, request, response))
                : Optional.empty();
    }

    /** What a form brought along that comes back for another reason. */
    Optional<Question> carried(
            Tenant tenant, Locale language, HttpServletRequest request, HttpServletResponse response) {
        return questions.carried(tenant, ACTION, language, request, response);
    }

    Admission admit(Tenant tenant, Locale language, HttpServletRequest request, HttpServletResponse response) {
        if (asksAlways(tenant)) {
            return judged(tenant, language, request, response);
        }
        if (isTelling(tenant.id())) {
            return challenges.admit(tenant, ACTION, language, request, response);
        }
        var from = ClientAddress.of(request.getRemoteAddr());
        return switch (throttle.spend(tenant.id(), PER_ADDRESS, from.value())) {
            case Granted() -> new Admitted();
            case Exhausted(var pause) -> new TooMany(pause);
        };
    }

    /** Nobody is let in without: the answer is the procedure's first proof. */
    private Admission judged(Tenant tenant, Locale language, HttpServletRequest request, HttpServletResponse response) {
        return switch (questions.judge(tenant, ACTION, request)) {
            case Passed() -> new Admitted();
            case Verdict.TooMany(var pause) -> new TooMany(pause);
            case Failed(var reason) ->
                new Asked(questions
                        .ask(tenant, ACTION, language, request, response)
                        .because(reason));
        };
    }

    private boolean asksAlways(Tenant tenant) {
        return tenants.policy(tenant.id(), RecoveryPolicy.class).procedure().asksChallenge();
    }

    /** However many requests one address has shown to whomever. */
    Spending approval(TenantId tenant, ClientAddress from) {
        return throttle.spend(tenant, APPROVALS_PER_ADDRESS, from.value());
    }

    private boolean isTelling(TenantId tenant) {
        return tenants.policy(tenant, RecoveryPolicy.class).procedure().confirmsAddress();
    }
}
