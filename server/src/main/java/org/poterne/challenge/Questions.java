package org.poterne.challenge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.poterne.challenge.Verdict.Failed;
import org.poterne.challenge.Verdict.Passed;
import org.poterne.challenge.Verdict.TooMany;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.Budget;
import org.poterne.throttle.ClientAddress;
import org.poterne.throttle.Spending.Exhausted;
import org.poterne.throttle.Spending.Granted;
import org.poterne.throttle.Throttle;
import org.springframework.stereotype.Component;

/**
 * Asks whoever sends a form to read an image, to listen, or to let the device work. An answer is good once, within five
 * minutes, for the browser, tenant and action it was asked of (CA-4); it is counted whatever it is worth, and gives no place
 * back (CA-1). Nothing here knows whether an account exists (CA-6).
 */
@Component("challengeQuestions") // the account administrator has questions too
public final class Questions {

    static final String ID = "challenge-id";
    static final String ANSWER = "challenge-answer";
    static final String WORK = "challenge";
    static final String RENEW = "challenge-renew";

    private static final Duration HOUR = Duration.ofHours(1);

    /** Each image costs a row and its drawing (CA-5); beyond it the work is left. */
    private static final Budget ASKED = new Budget("challenge asked", 240, HOUR);

    private static final int MET_AN_HOUR = 60;

    private final OpenQuestions open;
    private final Puzzles puzzles;
    private final QuestionBrowser browser;
    private final Throttle throttle;

    Questions(OpenQuestions open, Puzzles puzzles, QuestionBrowser browser, Throttle throttle) {
        this.open = open;
        this.puzzles = puzzles;
        this.browser = browser;
        this.throttle = throttle;
    }

    /**
     * A fresh question for a form.
     *
     * @param action a name of ours, never a typed value: {@code recovery}
     * @param language of the page, and so of the voice
     */
    public Question ask(
            Tenant tenant, String action, Locale language, HttpServletRequest request, HttpServletResponse response) {
        var id = mayAsk(tenant, request)
                ? Optional.of(open.put(
                        tenant.id(), browser.known(tenant, request, response), action, spoken(tenant, language)))
                : Optional.<UUID>empty();
        return Question.of(id, puzzles.issue(tenant.id(), action));
    }

    /**
     * The question that a posted form brought along, what was answered kept, for a page that shows what else is to be mended:
     * it is not judged yet. Another one where it is no longer good, or where another was asked for.
     *
     * @return nothing when the form had none
     */
    public Optional<Question> carried(
            Tenant tenant, String action, Locale language, HttpServletRequest request, HttpServletResponse response) {
        if (request.getParameter(ID) == null) {
            return Optional.empty();
        }
        if (request.getParameter(RENEW) != null) {
            return Optional.of(ask(tenant, action, language, request, response).because(Reason.RENEWED));
        }
        var typed = Optional.ofNullable(request.getParameter(ANSWER)).orElse("");
        return uuid(request.getParameter(ID))
                .filter(id -> browser.of(tenant, request)
                        .filter(known -> open.isOpen(tenant.id(), known, action, id))
                        .isPresent())
                .map(id -> Question.of(Optional.of(id), puzzles.issue(tenant.id(), action))
                        .answered(typed))
                .or(() -> Optional.of(ask(tenant, action, language, request, response)));
    }

    /**
     * Spends what was answered and a place. Call it outside any transaction, and once all else that was typed can stand: what
     * is spent stays so, whatever follows.
     *
     * @param sent the posted fields
     */
    public Verdict judge(Tenant tenant, String action, Map<String, String> sent, HttpServletRequest request) {
        var found = fault(tenant, action, sent, request);
        return found.<Verdict>map(Failed::new).orElseGet(() -> {
            var met = new Budget("challenge met: " + action, MET_AN_HOUR, HOUR);
            return switch (throttle.spend(tenant.id(), met, from(request))) {
                case Granted() -> new Passed();
                case Exhausted(var pause) -> new TooMany(pause);
            };
        });
    }

    /** Another in its place, for a page that stays as it is. */
    Optional<UUID> renew(Tenant tenant, String id, HttpServletRequest request) {
        return browser.of(tenant, request)
                .filter(_ -> mayAsk(tenant, request))
                .flatMap(known -> uuid(id).flatMap(old -> open.renew(tenant.id(), known, old)));
    }

    /** What this browser is shown of its question. */
    Optional<OpenQuestions.Shown> show(Tenant tenant, String id, HttpServletRequest request) {
        return browser.of(tenant, request)
                .flatMap(known -> uuid(id).flatMap(asked -> open.show(tenant.id(), known, asked)));
    }

    /** Spends what was answered, and counts nothing. */
    Optional<Reason> fault(Tenant tenant, String action, Map<String, String> sent, HttpServletRequest request) {
        if (sent.containsKey(RENEW)) {
            return Optional.of(Reason.RENEWED);
        }
        if (puzzles.isEarned(tenant.id(), action, sent.getOrDefault(WORK, ""))) {
            return Optional.empty();
        }
        var answer = sent.getOrDefault(ANSWER, "");
        if (answer.isBlank()) {
            return Optional.of(Reason.MISSING);
        }
        var solution = browser.of(tenant, request)
                .flatMap(known ->
                        uuid(sent.getOrDefault(ID, "")).flatMap(id -> open.take(tenant.id(), known, action, id)));
        return solution.isEmpty()
                ? Optional.of(Reason.GONE)
                : solution.filter(right -> !right.isGivenBy(answer)).map(_ -> Reason.WRONG);
    }

    private boolean mayAsk(Tenant tenant, HttpServletRequest request) {
        return throttle.spend(tenant.id(), ASKED, from(request)) instanceof Granted;
    }

    private static Locale spoken(Tenant tenant, Locale language) {
        return tenant.languages().contains(language) ? language : tenant.defaultLanguage();
    }

    private static String from(HttpServletRequest request) {
        return ClientAddress.of(request.getRemoteAddr()).value();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
