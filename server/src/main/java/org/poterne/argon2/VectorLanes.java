package org.poterne.argon2;

import java.util.concurrent.ConcurrentLinkedQueue;

/** As many memories as hashes at once, each held by one thread at a time and taken up again by the next. */
final class VectorLanes implements Argon2 {

    private final ConcurrentLinkedQueue<VectorArgon2> idle = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<VectorArgon2> clean = new ConcurrentLinkedQueue<>();

    @Override
    public byte[] hash(Argon2Input input, Argon2Cost cost, int length) {
        var lane = taken();
        try {
            return lane.hash(input, cost, length);
        } finally {
            idle.add(lane);
        }
    }

    @Override
    public void forget() {
        for (var lane = idle.poll(); lane != null; lane = idle.poll()) {
            lane.forget();
            clean.add(lane);
        }
    }

    @Override
    public String name() {
        return "512-bit vectors";
    }

    private VectorArgon2 taken() {
        var lane = idle.poll();
        lane = lane == null ? clean.poll() : lane;
        return lane == null ? new VectorArgon2() : lane;
    }
}
