package org.poterne.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.poterne.rig.RigFailure;
import org.poterne.rig.Usage;

/** How fast one hasher was in so many threads. The CPU is all of this process: collector and compiler too. */
record HashRate(long hashes, Duration time, Duration cpu) {

    static HashRate measure(Hasher hasher, int threads, Duration time) {
        var counted = new AtomicLong();
        var cpu = Usage.here().cpu();
        var begin = System.nanoTime();
        var hands = new ArrayList<Thread>();
        for (var thread = 0; thread < threads; thread++) {
            hands.add(Thread.ofPlatform().start(() -> hash(hasher, begin + time.toNanos(), counted)));
        }
        hands.forEach(HashRate::join);
        var took = Duration.ofNanos(System.nanoTime() - begin);
        return new HashRate(counted.get(), took, Usage.here().cpu().minus(cpu));
    }

    private static void hash(Hasher hasher, long end, AtomicLong counted) {
        var password = People.PASSWORD.getBytes(StandardCharsets.UTF_8);
        var salt = new byte[16];
        while (System.nanoTime() < end) {
            salt[0]++;
            hasher.hash(password, salt);
            counted.incrementAndGet();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RigFailure("interrupted", e);
        }
    }

    double perCpuSecond() {
        return hashes / (cpu.toNanos() / 1e9);
    }

    double perSecond() {
        return hashes / (time.toNanos() / 1e9);
    }
}
