package org.poterne.signin;

import java.time.Duration;
import java.util.Optional;
import org.poterne.challenge.ChallengeGate;
import org.poterne.challenge.Question;
import org.poterne.device.KnownDevices;
import org.poterne.lockout.LockoutPolicy;
import org.poterne.password.PasswordPolicy;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.Budget;
import org.poterne.throttle.ClientAddress;
import org.poterne.throttle.Throttle;
import org.springframework.stereotype.Component;

/**
 * Asks for an image after three wrong guesses from one place, where passwords may be short or strangers are told how many
 * guesses are left (W-1, W-4), and of everybody at an address that has made twenty, at any tenant. Whose account was meant
 * plays no part, nor whether there is one (CA-6). It only adds: every other budget holds, and a right answer opens none
 * (CA-1). A guess in flight may slip past it, and is counted by those.
 */
@Component
class SignInDoubt {

    private static final String ACTION = "sign-in";
    private static final Duration WHILE = LatelyWrong.WHILE;
    private static final Budget OF_A_PLACE = new Budget("sign-in before a question", 3, WHILE);

    /** Whoever has an account could else have one browser after the other let in, and guess from each for a while. */
    private static final Budget OF_AN_ADDRESS = new Budget("sign-in before everybody is asked", 20, WHILE);

    private final Tenants tenants;
    private final Throttle throttle;
    private final KnownDevices devices;
    private final ChallengeGate gate;
    private final LatelyWrong lately;

    SignInDoubt(Tenants tenants, Throttle throttle, KnownDevices devices, ChallengeGate gate, LatelyWrong lately) {
        this.tenants = tenants;
        this.throttle = throttle;
        this.devices = devices;
        this.gate = gate;
        this.lately = lately;
    }

    /**
     * What the page is to carry. Nobody's page waits for the database where no guess was wrong lately; what another node saw
     * is asked of the form that is sent.
     */
    Optional<Question> question(Visit visit) {
        return (lately.perhaps(address(visit)) || lately.perhaps(place(visit))) && isDue(visit)
                ? Optional.of(
                        gate.question(visit.tenant(), ACTION, visit.language(), visit.request(), visit.response()))
                : Optional.empty();
    }

    /**
     * What stands between the posted form and any look at it. An answer is spent by judging it: not for a form without a
     * password, which may have lost it to an earlier answer.
     */
    Optional<Question> unanswered(Visit visit, Knock knock) {
        if (knock.isIncomplete()) {
            return question(visit);
        }
        if (!isDue(visit)) {
            return Optional.empty();
        }
        remember(visit);
        return gate.unanswered(visit.tenant(), ACTION, visit.language(), visit.request(), visit.response());
    }

    void wrong(Visit visit) {
        remember(visit);
        var tenant = visit.tenant();
        throttle.spend(tenant.id(), OF_AN_ADDRESS, address(visit));
        if (isWary(tenant)) {
            throttle.spend(tenant.id(), OF_A_PLACE, place(visit));
        }
    }

    private void remember(Visit visit) {
        lately.add(address(visit));
        lately.add(place(visit));
    }

    private boolean isDue(Visit visit) {
        var tenant = visit.tenant();
        return (isWary(tenant) && throttle.isSpent(tenant.id(), OF_A_PLACE, place(visit)))
                || throttle.isSpent(tenant.id(), OF_AN_ADDRESS, address(visit));
    }

    private boolean isWary(Tenant tenant) {
        return tenants.policy(tenant.id(), PasswordPolicy.class).isBelowFloor()
                || tenants.policy(tenant.id(), LockoutPolicy.class).isExplicit();
    }

    /** A browser that has been let in before counts for itself: what others at its school mistype is not its own fault. */
    private String place(Visit visit) {
        return devices.of(visit.tenant(), visit.request())
                .map(device -> "browser " + device)
                .orElseGet(() -> address(visit));
    }

    private static String address(Visit visit) {
        return ClientAddress.of(visit.request().getRemoteAddr()).value();
    }
}
