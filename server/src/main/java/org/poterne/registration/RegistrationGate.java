package org.poterne.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.poterne.challenge.Admission;
import org.poterne.challenge.Admission.Admitted;
import org.poterne.challenge.Admission.TooMany;
import org.poterne.challenge.Challenge;
import org.poterne.challenge.ChallengeGate;
import org.poterne.challenge.Question;
import org.poterne.challenge.Questions;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.Budget;
import org.poterne.throttle.ClientAddress;
import org.poterne.throttle.Spending.Exhausted;
import org.poterne.throttle.Spending.Granted;
import org.poterne.throttle.Throttle;
import org.springframework.stereotype.Component;

/**
 * How often one address may ask. Where messages are explicit, each answer tells a stranger something: a challenge makes
 * asking many times dear (W-4; OWASP Authentication, "Account creation"). Neutral ones tell nothing, and a whole school may
 * sign up behind one address.
 */
@Component
class RegistrationGate {

    private static final Budget PER_ADDRESS = new Budget("registration per address", 20, Duration.ofHours(1));

    private final ChallengeGate challenges;
    private final Questions questions;
    private final Throttle throttle;
    private final Tenants tenants;

    RegistrationGate(ChallengeGate challenges, Questions questions, Throttle throttle, Tenants tenants) {
        this.challenges = challenges;
        this.questions = questions;
        this.throttle = throttle;
        this.tenants = tenants;
    }

    /** What the page's browser is to work on, where anything is. */
    Optional<Challenge> challenge(TenantId tenant, Action action) {
        return isExplicit(tenant) ? Optional.of(challenges.issue(tenant, action.challenge)) : Optional.empty();
    }

    /** What a form brought along that comes back for another reason. */
    Optional<Question> carried(
            Tenant tenant, Action action, Locale language, HttpServletRequest request, HttpServletResponse response) {
        return questions.carried(tenant, action.challenge, language, request, response);
    }

    Admission admit(
            Tenant tenant, Action action, Locale language, HttpServletRequest request, HttpServletResponse response) {
        if (isExplicit(tenant.id())) {
            return challenges.admit(tenant, action.challenge, language, request, response);
        }
        var from = ClientAddress.of(request.getRemoteAddr());
        return switch (throttle.spend(tenant.id(), PER_ADDRESS, from.value())) {
            case Granted() -> new Admitted();
            case Exhausted(var pause) -> new TooMany(pause);
        };
    }

    private boolean isExplicit(TenantId tenant) {
        return tenants.policy(tenant, RegistrationPolicy.class).isExplicit();
    }

    /** What is asked for: the answer to one is worth nothing for the other. */
    enum Action {
        SIGN_UP("sign-up"),
        RESEND("confirm-resend");

        private final String challenge;

        Action(String challenge) {
            this.challenge = challenge;
        }
    }
}
