package org.poterne.argon2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.mkammerer.argon2.Argon2Factory;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

/** The vectors compute what RFC 9106 says, as Bouncy Castle and the reference implementation in C do. */
class VectorArgon2Tests {

    private static final int ROUNDS = 30;

    private final Argon2 vectors = new VectorLanes();
    private final Argon2 bouncyCastle = new BouncyCastle();
    private final long seed = Long.getLong("poterne.seed", System.nanoTime());
    private final Random random = new Random(seed);

    /** RFC 9106 §5.3: version 0x13, m=32, t=3, p=4, with a secret and associated data. */
    @Test
    void theyGiveThePublishedTag() {
        var input = new Argon2Input(filled(32, 1), filled(16, 2), filled(8, 3), filled(12, 4));
        for (var argon2 : List.of(vectors, bouncyCastle)) {
            assertThat(HexFormat.of().formatHex(argon2.hash(input, new Argon2Cost(32, 3, 4), 32)))
                    .as(argon2.name())
                    .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
        }
    }

    /** One memory for all rounds: what a larger hash left there is no part of a smaller one. */
    @Test
    void theyGiveBouncyCastlesTagWhateverTheInputTheCostAndTheLength() {
        for (var round = 0; round < ROUNDS; round++) {
            var input = new Argon2Input(drawn(0, 100), drawn(8, 40), drawn(0, 40), drawn(0, 40));
            var cost = drawnCost();
            var length = 4 + random.nextInt(200);
            assertThat(vectors.hash(input, cost, length))
                    .as("seed %d, round %d, %s, %d bytes", seed, round, cost, length)
                    .isEqualTo(bouncyCastle.hash(input, cost, length));
        }
    }

    /** It takes no secret. */
    @Test
    void theyGiveTheTagOfTheReferenceImplementation() {
        var reference = Argon2Factory.createAdvanced(Argon2Factory.Argon2Types.ARGON2id);
        for (var round = 0; round < ROUNDS; round++) {
            var password = drawn(1, 100);
            var salt = drawn(8, 40);
            var cost = drawnCost();
            assertThat(vectors.hash(new Argon2Input(password, salt, new byte[0]), cost, 32))
                    .as("seed %d, round %d, %s", seed, round, cost)
                    .isEqualTo(reference.rawHash(cost.passes(), cost.memory(), cost.lanes(), password, salt));
        }
    }

    @Test
    void theyGiveTheTagAtTheCostInUse() {
        var input = new Argon2Input(drawn(8, 20), drawn(16, 17), drawn(32, 33));
        var cost = new Argon2Cost(19_456, 2, 1);
        assertThat(vectors.hash(input, cost, 32)).as("seed %d", seed).isEqualTo(bouncyCastle.hash(input, cost, 32));
    }

    @Test
    void hashesAtOnceNeverMix() throws InterruptedException, ExecutionException {
        var cost = new Argon2Cost(256, 2, 1);
        try (var hands = Executors.newFixedThreadPool(8)) {
            var tags = hands.invokeAll(IntStream.range(0, 64)
                    .<Callable<byte[]>>mapToObj(number -> () -> vectors.hash(numbered(number % 16), cost, 32))
                    .toList());
            for (var number = 0; number < tags.size(); number++) {
                assertThat(tags.get(number).get())
                        .as("number %d", number)
                        .isEqualTo(bouncyCastle.hash(numbered(number % 16), cost, 32));
            }
        }
    }

    @Test
    void nothingIsLeftInMemoryOnceItIsToBeForgotten() {
        var lane = new VectorArgon2();
        var cost = new Argon2Cost(64, 1, 1);
        var tag = lane.hash(numbered(1), cost, 32);
        assertThat(LongStream.of(memoryOf(lane))).as("before").anyMatch(word -> word != 0);
        lane.forget();
        assertThat(memoryOf(lane)).containsOnly(0);
        var vectorsOfLane = field(lane, "vectors");
        for (var part : List.of("sum", "rows", "columns")) {
            assertThat((long[]) field(vectorsOfLane, part)).as(part).containsOnly(0);
        }
        assertThat(lane.hash(numbered(1), cost, 32)).as("and it serves again").isEqualTo(tag);
    }

    /** The vectors' own checks are off: none but these stand between a wrong place and foreign memory. */
    @Test
    void noBlockBeyondTheMemoryIsReadOrWritten() {
        var vectors = new VectorCompression();
        var memory = new long[3 * VectorCompression.BLOCK];
        for (var beyond :
                new int[] {-1, 2 * VectorCompression.BLOCK + 1, 3 * VectorCompression.BLOCK, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> vectors.compress(memory, beyond, 0, 0))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> vectors.compress(memory, 0, beyond, 0))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> vectors.compress(memory, 0, 0, beyond))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> vectors.compressOver(memory, beyond, 0, 0))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> vectors.compressOver(memory, 0, beyond, 0))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> vectors.compressOver(memory, 0, 0, beyond))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThat(memory).containsOnly(0);
    }

    @Test
    void lanesThatAreIdleAreForgottenAndTakenUpAgain() {
        var lanes = new VectorLanes();
        var cost = new Argon2Cost(64, 1, 1);
        var tag = lanes.hash(numbered(1), cost, 32);
        lanes.forget();
        assertThat(lanes.hash(numbered(1), cost, 32)).isEqualTo(tag);
        assertThat(lanes.hash(numbered(2), cost, 32)).isNotEqualTo(tag);
    }

    private static long[] memoryOf(VectorArgon2 lane) {
        return (long[]) field(lane, "memory");
    }

    private static Object field(Object of, String name) {
        return Objects.requireNonNull(ReflectionTestUtils.getField(of, name));
    }

    private static Argon2Input numbered(int number) {
        return new Argon2Input(filled(8, number), filled(16, 7), filled(32, 9));
    }

    private Argon2Cost drawnCost() {
        var lanes = 1 + random.nextInt(4);
        return new Argon2Cost(8 * lanes + random.nextInt(400), 1 + random.nextInt(3), lanes);
    }

    private byte[] drawn(int from, int to) {
        var bytes = new byte[from + random.nextInt(to - from)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] filled(int length, int value) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
