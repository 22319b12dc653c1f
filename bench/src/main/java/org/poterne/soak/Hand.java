package org.poterne.soak;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.poterne.rig.Answer;
import org.poterne.rig.Browser;
import org.poterne.rig.Wire;

/**
 * One browser, sent to whichever node the load balancer chooses. Each page has a connection of its own: nothing is sent twice
 * behind its back. Where there is no answer, or a 503, there is no word: empty.
 */
final class Hand {

    private final Street street;
    private final Watch watch;
    private final Story story;
    private final String from;
    private Browser browser;

    Hand(Street street, Watch watch, Story story, String from) {
        this(street, watch, story, from, new Browser(new Wire(street.anywhere())));
    }

    private Hand(Street street, Watch watch, Story story, String from, Browser browser) {
        this.street = street;
        this.watch = watch;
        this.story = story;
        this.from = from;
        this.browser = browser;
    }

    /** Another browser with the same cookies. */
    Hand twin() {
        return new Hand(street, watch, story, from, browser);
    }

    Optional<Answer> open(String page) {
        return word(one -> one.get(page));
    }

    /** Opens the page, fills in its form and sends it, once. The answer may be that of the page itself, where it has no form. */
    Optional<Answer> fill(String page, Map<String, String> typed) {
        return open(page)
                .flatMap(shown ->
                        shown.status() == 200 ? word(one -> one.submitAndStay(shown, typed)) : Optional.of(shown));
    }

    private interface Visit {
        Answer by(Browser browser) throws IOException;
    }

    private Optional<Answer> word(Visit visit) {
        try (var wire = new Wire(street.anywhere())) {
            browser = new Browser(wire, from, browser);
            var answer = visit.by(browser);
            watch.hear(answer).ifPresent(wrong -> story.add(new Fact.Unkind(wrong)));
            return Optional.of(answer).filter(one -> one.status() < 500 && one.status() != 429);
        } catch (IOException _) {
            watch.silence();
            return Optional.empty();
        }
    }
}
