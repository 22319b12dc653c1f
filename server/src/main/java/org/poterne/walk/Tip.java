package org.poterne.walk;

import java.util.ArrayList;
import java.util.List;
import org.poterne.walk.Step.Fill;
import org.poterne.walk.Step.Letter;
import org.poterne.walk.Typed.Known;
import org.poterne.words.Words;

/** What every guide says beside its steps, where they call for it. */
final class Tip {

    private Tip() {}

    /** @param own key of what a tenant says of this walk alone */
    static List<String> of(Words words, String own, List<Step> steps) {
        var tips = new ArrayList<String>();
        if (words.knows(own)) {
            tips.add(words.say(own));
        }
        if (steps.stream().anyMatch(Letter.class::isInstance)) {
            tips.add(words.say("walk.tip.spam"));
            tips.add(words.say("walk.tip.latest"));
        }
        if (steps.stream().anyMatch(step -> types(step, Known.NEW_PASSWORD))) {
            tips.add(words.say("walk.tip.password"));
        }
        if (steps.stream().anyMatch(step -> types(step, Known.NUMBER))) {
            tips.add(words.say("walk.tip.number"));
        }
        tips.add(words.say("walk.tip.never-share"));
        return List.copyOf(tips);
    }

    private static boolean types(Step step, Known what) {
        return switch (step) {
            case Fill fill -> fill.entries().stream().anyMatch(entry -> entry.typed() == what);
            case Step.OnPhone(var there) -> types(there, what);
            case Step.Open _, Step.Follow _, Step.Press _, Step.Pick _, Letter _, Step.Read _ -> false;
        };
    }
}
