package org.poterne.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.poterne.rig.Pause;
import org.poterne.rig.Progress;

/** One fault after another, in an order drawn from the seed, with pauses to recover. */
final class Plan {

    private static final Duration HELD = Duration.ofSeconds(6);
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(90);
    private static final Duration CALM = Duration.ofSeconds(2);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Street street;
    private final Watch watch;
    private final Random random;
    private final long begun = System.nanoTime();

    Plan(Street street, Watch watch, long seed) {
        this.street = street;
        this.watch = watch;
        this.random = new Random(seed);
    }

    /** Rounds of all faults until the time is up; a fault that has begun is mended first. */
    List<Struck> over(Duration time) {
        var struck = new ArrayList<Struck>();
        var all = Arrays.stream(Fault.values())
                .filter(fault -> fault.isPossible(street))
                .toList();
        var progress = new Progress(Math.max(1, Math.toIntExact(time.toSeconds())));
        var rest = new ArrayList<Fault>();
        while (age().compareTo(time) < 0) {
            if (rest.isEmpty()) {
                rest.addAll(all);
                Collections.shuffle(rest, random);
            }
            progress.at(Math.toIntExact(age().toSeconds()));
            struck.add(strike(rest.removeLast(), HELD, progress));
        }
        progress.end();
        return struck;
    }

    /** These, once each. */
    List<Struck> of(List<Fault> faults, Duration held) {
        var progress = new Progress(faults.size());
        return faults.stream().map(fault -> strike(fault, held, progress)).toList();
    }

    private Struck strike(Fault fault, Duration length, Progress progress) {
        Pause.of(CALM);
        progress.say(fault.words());
        var at = age();
        var draw = random.nextInt(1 << 10);
        watch.begin();
        fault.strike(street, draw);
        Pause.of(length);
        fault.mend(street, draw);
        watch.mended();
        var held = age().minus(at);
        awaitWell();
        return new Struck(fault, at, held, watch.shown(), watch.wellAgain());
    }

    private void awaitWell() {
        for (var since = age(); !watch.allWell() && age().minus(since).compareTo(LONGEST_RECOVERY) < 0; ) {
            Pause.of(GLANCE);
        }
    }

    private Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
