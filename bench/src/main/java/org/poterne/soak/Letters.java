package org.poterne.soak;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.poterne.rig.Letter;
import org.poterne.rig.Sink;

/** What came to people, noted in their stories as it is read. */
final class Letters {

    private static final Duration A_MOMENT = Duration.ofMillis(800);

    private final Sink sink;
    private final Map<String, String> newest = new ConcurrentHashMap<>();

    Letters(Sink sink) {
        this.sink = sink;
    }

    /** The link of the letter that came last; the same again when none has come since. */
    Optional<String> newest(Story story, LetterKind kind) {
        sink.await(story.email(), A_MOMENT).ifPresent(letter -> note(story, letter));
        drain(story);
        return Optional.ofNullable(newest.get(key(story, kind)));
    }

    /** A link that was found dead is not tried again. */
    void discard(Story story, LetterKind kind, String link) {
        newest.remove(key(story, kind), link);
    }

    /** For good, by the mail server. */
    long refused(Story story) {
        return sink.refusedForGood(story.email());
    }

    /** Reads all that has come. */
    void drain(Story story) {
        sink.drain(story.email()).forEach(letter -> note(story, letter));
    }

    void forget(Story story) {
        for (var kind : LetterKind.values()) {
            newest.remove(key(story, kind));
        }
    }

    private void note(Story story, Letter letter) {
        for (var kind : LetterKind.values()) {
            letter.links().stream()
                    .filter(link -> link.contains(kind.door()))
                    .findFirst()
                    .ifPresent(link -> {
                        story.add(new Fact.LetterCame(kind));
                        newest.put(key(story, kind), link);
                    });
        }
    }

    private static String key(Story story, LetterKind kind) {
        return kind + " " + story.email();
    }
}
