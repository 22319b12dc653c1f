package org.poterne.argon2;

import java.time.Duration;
import org.poterne.argon2.SelfCheck.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The implementation in use. Bouncy Castle from the start; once the server is open, the vectors, where they are offered and
 * {@link SelfCheck} finds them right and quicker. Whatever goes wrong in that check leaves Bouncy Castle in its place.
 */
@Component
public final class QuickestArgon2 implements Argon2 {

    private static final Logger LOG = LoggerFactory.getLogger(QuickestArgon2.class);
    private static final double CLEARLY = 1.2;
    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(3);

    private final Argon2Settings settings;
    private volatile Argon2 chosen = new BouncyCastle();

    QuickestArgon2(Argon2Settings settings) {
        this.settings = settings;
    }

    /** What a server takes here, for whoever measures it: the check is made on the caller's thread. */
    public static Argon2 here() {
        var quickest = new QuickestArgon2(new Argon2Settings(Argon2Settings.Implementation.AUTO));
        if (isOffered()) {
            quickest.choose(new VectorLanes());
        }
        return quickest.chosen;
    }

    @Override
    public byte[] hash(Argon2Input input, Argon2Cost cost, int length) {
        return chosen.hash(input, cost, length);
    }

    @Override
    public void forget() {
        chosen.forget();
    }

    @Override
    public String name() {
        return chosen.name();
    }

    /** In the background, and not before the first pages: the check and the compiler take a second or two. */
    @EventListener(ApplicationReadyEvent.class)
    void lookForAQuickerOne() {
        if (settings.implementation() == Argon2Settings.Implementation.AUTO) {
            Thread.ofPlatform().name("argon2-check").daemon().start(this::choose);
        }
    }

    private void choose() {
        try {
            if (isOffered()) {
                chooseWithPatience(new VectorLanes());
            } else {
                LOG.info("Argon2 is computed by Bouncy Castle: this machine or JVM offers no 512-bit vectors");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("Argon2 is computed by Bouncy Castle: the vectors could not be tried", e);
        }
    }

    /** The compiler may be late, above all where requests come in from the first second: vectors are then no quicker at first. */
    private void chooseWithPatience(Argon2 vectors) throws InterruptedException {
        var pause = FIRST_PAUSE;
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            Thread.sleep(pause);
            pause = pause.multipliedBy(2);
            if (!(choose(vectors) instanceof Verdict.NotQuicker)) {
                return;
            }
        }
    }

    private Verdict choose(Argon2 vectors) {
        var verdict = new SelfCheck(vectors, new BouncyCastle(), CLEARLY).run();
        switch (verdict) {
            case Verdict.Quicker(var times) -> {
                chosen = vectors;
                LOG.info("Argon2 is computed with 512-bit vectors, {} times as quick as without", rounded(times));
            }
            case Verdict.NotQuicker(var times) ->
                LOG.info("Argon2 is computed by Bouncy Castle: vectors are {} times as quick", rounded(times));
            case Verdict.Wrong() -> LOG.warn("Argon2 is computed by Bouncy Castle: the vectors compute wrongly here");
        }
        return verdict;
    }

    /** The module first: without it the class cannot even be named. */
    private static boolean isOffered() {
        return VectorModule.isThere() && VectorCompression.isOffered();
    }

    private static double rounded(double times) {
        return Math.round(10 * times) / 10.0;
    }
}
