package org.poterne.challenge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poterne.challenge.Admission.Admitted;
import org.poterne.challenge.Admission.Asked;
import org.poterne.challenge.Admission.TooMany;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.Budget;
import org.poterne.throttle.ClientAddress;
import org.poterne.throttle.Spending.Granted;
import org.poterne.throttle.Throttle;
import org.springframework.stereotype.Component;

/**
 * Decides how freely an address may ask. A browser that has worked on this page's puzzle is counted widely; whatever else
 * comes, an old browser, a reader without JavaScript or a program, is let in too, but seldom, and then asked to read an
 * image. No answer gives a place back (CA-1; LTB #763), and nothing here knows whether an account exists (CA-6).
 */
@Component
public final class ChallengeGate {

    private static final int NARROW = 5;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Puzzles puzzles;
    private final Questions questions;
    private final Throttle throttle;

    ChallengeGate(Puzzles puzzles, Questions questions, Throttle throttle) {
        this.puzzles = puzzles;
        this.questions = questions;
        this.throttle = throttle;
    }

    /**
     * A fresh puzzle, good for this tenant and action. It costs one signature, so any page may carry one.
     *
     * @param action a name of ours, never a typed value: {@code sign-up}
     */
    public Puzzle issue(TenantId tenant, String action) {
        return puzzles.issue(tenant, action);
    }

    /**
     * Spends what the posted form answers, and a place. Call it outside any transaction: what is spent must stay so whatever
     * follows.
     */
    public Admission admit(
            Tenant tenant, String action, Locale language, HttpServletRequest request, HttpServletResponse response) {
        return switch (questions.judge(tenant, action, sent(request), request)) {
            case Verdict.Passed() -> new Admitted();
            case Verdict.TooMany(var pause) -> new TooMany(pause);
            case Verdict.Failed(var reason) ->
                !wasAsked(request) && isLetIn(tenant, action, request)
                        ? new Admitted()
                        : new Asked(questions
                                .ask(tenant, action, language, request, response)
                                .because(wasAsked(request) ? reason : Reason.UNPROVED));
        };
    }

    /**
     * For the page of an action that decides itself when it asks: the question that the posted form brought, what was answered
     * kept, or else a fresh one.
     */
    public Question question(
            Tenant tenant, String action, Locale language, HttpServletRequest request, HttpServletResponse response) {
        return questions
                .carried(tenant, action, language, request, response)
                .orElseGet(() -> questions.ask(tenant, action, language, request, response));
    }

    /**
     * For an action that decides itself when it asks, and counts what it lets in.
     *
     * @return the question to put; nothing when the posted form answers one
     */
    public Optional<Question> unanswered(
            Tenant tenant, String action, Locale language, HttpServletRequest request, HttpServletResponse response) {
        return questions
                .fault(tenant, action, sent(request), request)
                .map(reason -> questions
                        .ask(tenant, action, language, request, response)
                        .because(wasAsked(request) ? reason : Reason.UNPROVED));
    }

    private static boolean wasAsked(HttpServletRequest request) {
        return request.getParameter(Questions.ID) != null;
    }

    private boolean isLetIn(Tenant tenant, String action, HttpServletRequest request) {
        var unmet = new Budget("challenge not met: " + action, NARROW, HOUR);
        var from = ClientAddress.of(request.getRemoteAddr()).value();
        return throttle.spend(tenant.id(), unmet, from) instanceof Granted;
    }

    private static Map<String, String> sent(HttpServletRequest request) {
        var sent = new HashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> sent.put(name, values[0]));
        return sent;
    }
}
