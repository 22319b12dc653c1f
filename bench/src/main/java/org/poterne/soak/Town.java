package org.poterne.soak;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.poterne.rig.Pause;
import org.poterne.rig.RigFailure;

/** The people: some at a time, others after them; each comes back after a while and is then compared with the database. */
final class Town {

    private static final int AT_ONCE = 8;
    private static final Duration AWAY = Duration.ofSeconds(20);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(100);
    private static final int MOST_TOLD = 100; // a server that is broken is broken for everybody
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final Neighbourhood around;
    private final Archive archive;
    private final SplittableRandom seeds;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger judged = new AtomicInteger();
    private final List<String> findings = new ArrayList<>();
    private final List<Thread> streets = new ArrayList<>();
    private volatile boolean open = true;

    Town(Neighbourhood around, long seed) {
        this.around = around;
        this.archive = new Archive(around.street().postgres());
        this.seeds = new SplittableRandom(seed);
    }

    private record Absent(Person person, long since) {}

    void wake() {
        IntStream.range(0, AT_ONCE)
                .mapToObj(_ -> seeds.split())
                .map(chance -> Thread.ofPlatform().daemon().name("people").start(() -> live(chance)))
                .forEach(streets::add);
    }

    /** Nobody new comes; whoever is away comes back. */
    List<String> rest() {
        open = false;
        try {
            for (var street : streets) {
                street.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RigFailure("interrupted", e);
        }
        return findings();
    }

    synchronized List<String> findings() {
        return List.copyOf(findings);
    }

    /** People whose story was held to. */
    int judged() {
        return judged.get();
    }

    private void live(SplittableRandom chance) {
        Queue<Absent> away = new ArrayDeque<>();
        try {
            while (open) {
                var person = new Person(around, "person." + count.incrementAndGet() + "@soak.example", chance.split());
                person.live();
                away.add(new Absent(person, System.nanoTime()));
                while (!away.isEmpty() && System.nanoTime() - away.element().since() > AWAY.toNanos()) {
                    judge(away.remove().person());
                }
            }
            away.forEach(absent -> judge(absent.person()));
        } catch (RuntimeException e) {
            find(List.of("people could not go on: " + e));
        }
    }

    private void judge(Person person) {
        var story = person.story();
        awaitLetters(story);
        var kept = archive.of(story.email());
        var findings = Checker.findings(story, kept, delivered(story));
        if (findings.isEmpty()) {
            person.comeBack();
            findings = Checker.findings(story);
        }
        around.letters().forget(story);
        judged.incrementAndGet();
        find(findings);
    }

    private void awaitLetters(Story story) {
        for (var since = System.nanoTime(); System.nanoTime() - since < LONGEST_WAIT.toNanos(); Pause.of(GLANCE)) {
            around.letters().drain(story);
            if (new Post(story, delivered(story)).isComplete()) {
                return;
            }
        }
    }

    private Delivered delivered(Story story) {
        return Delivered.to(story.email(), around.street().sink());
    }

    private synchronized void find(List<String> more) {
        more.stream().limit(Math.max(0, MOST_TOLD - findings.size())).forEach(findings::add);
    }
}
