package org.poterne.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.poterne.walk.Entry;
import org.poterne.walk.Step;
import org.poterne.walk.Step.Fill;
import org.poterne.walk.Step.OnPhone;
import org.poterne.words.Words;

/**
 * A step as its reader is told it.
 *
 * @param place where it is done, told where it changes; empty elsewhere
 * @param fields what to fill in, where it is too much for one sentence
 * @param note what to mind; empty where nothing is
 */
public record Instruction(String place, String sentence, List<String> fields, String note) {

    /** A sentence holds two; of more its reader loses count. */
    private static final int FIELDS_IN_A_SENTENCE = 2;

    public Instruction {
        fields = List.copyOf(fields);
    }

    static Instruction of(String sentence) {
        return new Instruction("", sentence, List.of(), "");
    }

    static List<Instruction> of(Words words, List<Step> steps) {
        var told = new ArrayList<Instruction>();
        var here = Place.BROWSER;
        for (var step : steps) {
            var place = Place.of(step);
            told.add(of(words, place.bare(step), place == here ? "" : words.say(place.key)));
            here = place;
        }
        return told;
    }

    private static Instruction of(Words words, Step step, String place) {
        return step instanceof Fill(var entries, var button, var note)
                ? filled(words, place, step, entries, button, note)
                : new Instruction(place, step.sentence(words), List.of(), "");
    }

    private static Instruction filled(
            Words words, String place, Step step, List<Entry> entries, String button, String note) {
        return entries.size() > FIELDS_IN_A_SENTENCE
                ? new Instruction(
                        place,
                        words.say("guide.step.fill", "button", button),
                        entries.stream().map(Entry::label).toList(),
                        note)
                : new Instruction(place, step.sentence(words), List.of(), note);
    }

    Stream<String> texts() {
        return Stream.concat(Stream.of(sentence, note), fields.stream());
    }

    private enum Place {
        BROWSER("guide.step.in-browser"),
        PHONE("guide.step.on-phone");

        private final String key;

        Place(String key) {
            this.key = key;
        }

        static Place of(Step step) {
            return step instanceof OnPhone ? PHONE : BROWSER;
        }

        /** The step itself: where it is done is said beside it. */
        Step bare(Step step) {
            return step instanceof OnPhone(var done) ? done : step;
        }
    }
}
