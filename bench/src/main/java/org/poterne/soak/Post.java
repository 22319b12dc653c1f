package org.poterne.soak;

import java.util.Arrays;
import java.util.List;
import org.poterne.soak.Fact.Word;

/** One person's letters: those that were promised, and those that came. */
record Post(Story story, Delivered delivered) {

    /** A node that dies before it has noted that a letter left sends it once more. */
    private static final int ONE_RETRY = 1;

    void compare(List<String> findings) {
        var lost = Arrays.stream(LetterKind.values()).mapToLong(this::missing).sum();
        if (lost > delivered.refused()) {
            findings.add("a letter was lost: %d missing, %d refused".formatted(lost, delivered.refused()));
        }
        for (var kind : LetterKind.values()) {
            var most = asked(kind, Word.DONE) + asked(kind, Word.UNKNOWN) + delivered.unsaid() + ONE_RETRY;
            if (came(kind) > most) {
                findings.add("a letter came too often: %s, %d times instead of %d".formatted(kind, came(kind), most));
            }
        }
    }

    boolean isComplete() {
        return Arrays.stream(LetterKind.values()).mapToLong(this::missing).sum() <= delivered.refused();
    }

    private long missing(LetterKind kind) {
        return Math.max(0, asked(kind, Word.DONE) - came(kind));
    }

    private long came(LetterKind kind) {
        return count(new Fact.LetterCame(kind));
    }

    private long asked(LetterKind kind, Word word) {
        return count(new Fact.LetterAsked(kind, word));
    }

    private long count(Fact same) {
        return story.facts().stream().filter(same::equals).count();
    }
}
