package org.poterne.guide;

import java.util.List;
import java.util.stream.IntStream;
import org.poterne.guide.Topic.Beginning;
import org.poterne.walk.Step.Letter;
import org.poterne.walk.Walk;
import org.poterne.words.Words;

/** What no procedure tells: what to look at before it, and what to do when its letter does not come. */
final class OwnTopics {

    private static final String EVERY_WAY_OUT = "/sign-in/trouble";

    private OwnTopics() {}

    static Topic cannotSignIn(Words words) {
        return topic(words, "cannot-sign-in", "guide.cannot-sign-in.", List.of(EVERY_WAY_OUT), 3);
    }

    static Topic notReceivedMail(Words words) {
        return topic(
                words,
                "not-received-mail",
                "guide.not-received-mail.",
                List.of("/recovery/sent", "/unlock/sent", "/sign-up/sent"),
                5);
    }

    /** Where no procedure sends a letter, none can be missing. */
    static boolean areLettersSent(List<Walk> walks) {
        return walks.stream().flatMap(walk -> walk.steps().stream()).anyMatch(Letter.class::isInstance);
    }

    private static Topic topic(Words words, String name, String stem, List<String> pages, int steps) {
        return new Topic(
                name,
                Shelf.GETTING_IN,
                pages,
                words.say(stem + "title"),
                words.say(stem + "lead"),
                new Beginning(EVERY_WAY_OUT, words.say(stem + "begin")),
                IntStream.rangeClosed(1, steps)
                        .mapToObj(step -> Instruction.of(words.say(stem + "step-" + step)))
                        .toList(),
                List.of(words.say("walk.tip.never-share")));
    }
}
