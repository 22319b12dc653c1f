package org.poterne.walk;

import java.util.List;
import org.poterne.words.Words;

/**
 * One thing to do or to see, by the words that stand on the page. Adding one makes the compiler point at whatever tells, walks or
 * pictures it.
 */
public sealed interface Step {

    /**
     * A page is opened by its address.
     *
     * @param path below the tenant's: {@code /sign-in}
     * @param name how it is called in a sentence: "the sign-in page"
     */
    record Open(String path, String name) implements Step {}

    /** A link is followed. */
    record Follow(String link) implements Step {}

    record Press(String button) implements Step {}

    /**
     * Fields are filled in, and the form is sent.
     *
     * @param note what to mind; empty where nothing is
     */
    record Fill(List<Entry> entries, String button, String note) implements Step {
        public Fill {
            entries = List.copyOf(entries);
        }

        public Fill(List<Entry> entries, String button) {
            this(entries, button, "");
        }
    }

    /**
     * Boxes are ticked, and the form is sent.
     *
     * @param legend above them
     */
    record Pick(String legend, List<String> boxes, String button) implements Step {
        public Pick {
            boxes = List.copyOf(boxes);
        }
    }

    /** A letter comes, and its link is followed. */
    record Letter(String subject, String link) implements Step {}

    /** The page says it. */
    record Read(String words) implements Step {}

    /** The same on the phone that holds the account. */
    record OnPhone(Step step) implements Step {}

    /** In the imperative, as a guide has it. */
    default String sentence(Words words) {
        return switch (this) {
            case Open open -> words.say("walk.step.open", "page", open.name());
            case Follow(var link) -> words.say("walk.step.follow", "link", link);
            case Press(var button) -> words.say("walk.step.press", "button", button);
            case Fill fill when isMistaken(fill.entries()) -> words.say("walk.step.mistaken", "button", fill.button());
            case Fill fill
            when isImageAlone(fill.entries()) -> words.say("walk.step.characters", "button", fill.button());
            case Fill fill ->
                words.say("walk.step.fill", "fields", labels(words, fill.entries()), "button", fill.button());
            case Pick pick -> words.say("walk.step.pick", "legend", pick.legend(), "button", pick.button());
            case Letter(var subject, var link) -> words.say("walk.step.letter", "subject", subject, "link", link);
            case Read(var said) -> words.say("walk.step.read", "words", said);
            case OnPhone(var step) -> step.sentence(words);
        };
    }

    /** Nobody is told to do it: it is how somebody comes to read on. */
    private static boolean isMistaken(List<Entry> entries) {
        return entries.stream().anyMatch(entry -> entry.typed() == Typed.Known.WRONG_PASSWORD);
    }

    private static boolean isImageAlone(List<Entry> entries) {
        return entries.stream().allMatch(entry -> entry.typed() == Typed.Known.CHARACTERS);
    }

    private static String labels(Words words, List<Entry> entries) {
        return words.list(entries.stream()
                .map(entry -> words.say("walk.quoted", "words", entry.label()))
                .toList());
    }
}
