package org.poterne.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poterne.argon2.Argon2Cost;
import org.poterne.argon2.PlainArgon2;
import org.poterne.key.Peppers;

/** Argon2id as RFC 9106 has it, with the pepper as its secret. */
class Argon2idTests {

    @TempDir
    private Path folder;

    /** RFC 9106 §5.3: version 0x13, m=32, t=3, p=4, with a secret and associated data. */
    @Test
    void theGeneratorGivesThePublishedTag() {
        var tag = new byte[32];
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(filled(16, 2))
                .withSecret(filled(8, 3))
                .withAdditional(filled(12, 4))
                .build());
        generator.generateBytes(filled(32, 1), tag);
        assertThat(HexFormat.of().formatHex(tag))
                .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }

    /** Ours takes no associated data: held against that generator, with cost, salt, pepper and length at random. */
    @Test
    void oursIsThatGeneratorWithThePepperAsItsSecret() throws IOException {
        var seed = Long.getLong("poterne.seed", System.nanoTime());
        var random = new Random(seed);
        var secret = new byte[32];
        random.nextBytes(secret);
        var ours = argon2id("k1 " + Base64.getEncoder().encodeToString(secret));
        for (var round = 0; round < 20; round++) {
            var salt = new byte[16 + random.nextInt(16)];
            random.nextBytes(salt);
            var hash = new byte[16 + random.nextInt(48)];
            var cost = new Argon2Cost(64 + random.nextInt(512), 1 + random.nextInt(3), 1 + random.nextInt(4));
            var password = "mot de passe n°" + round;
            var generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(cost.memory())
                    .withIterations(cost.passes())
                    .withParallelism(cost.lanes())
                    .withSalt(salt)
                    .withSecret(secret)
                    .build());
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
            var kept = new PasswordHash(cost, "k1", salt, hash);
            assertThat(ours.matches(new RawPassword(password), kept))
                    .as("seed " + seed)
                    .isTrue();
            hash[random.nextInt(hash.length)] ^= 1;
            assertThat(ours.matches(new RawPassword(password), new PasswordHash(cost, "k1", salt, hash)))
                    .as("seed " + seed)
                    .isFalse();
        }
    }

    @Test
    void aHashHasTodaysCostAFreshSaltAndItsPeppersName() throws IOException {
        var argon2id = argon2id(Peppers.line("k1"));
        var hash = argon2id.hash(new RawPassword("sésame"));
        assertThat(hash.cost()).isEqualTo(new Argon2Cost(19_456, 2, 1));
        assertThat(hash.salt()).hasSizeGreaterThanOrEqualTo(16);
        assertThat(hash.hash()).hasSize(32);
        assertThat(hash.pepper()).isEqualTo("k1");
        assertThat(argon2id.hash(new RawPassword("sésame")).salt()).isNotEqualTo(hash.salt());
        assertThat(argon2id.isDated(hash)).isFalse();
    }

    @Test
    void aPasswordIsComparedWholeWithItsCaseInNfc() throws IOException {
        var argon2id = argon2id(Peppers.line("k1"));
        var kept = argon2id.hash(new RawPassword("s\u00e9same"));
        assertThat(argon2id.matches(new RawPassword("se\u0301same"), kept)).isTrue();
        assertThat(argon2id.matches(new RawPassword("S\u00e9same"), kept)).isFalse();
        assertThat(argon2id.matches(new RawPassword("sesame"), kept)).isFalse();
        assertThat(argon2id.matches(new RawPassword("s\u00e9same "), kept)).isFalse();
        assertThat(argon2id.matches(new RawPassword(""), kept)).isFalse();
    }

    @Test
    void nothingIsEverCutOff() throws IOException {
        var argon2id = argon2id(Peppers.line("k1"));
        for (var length : new int[] {55, 72, 128, 255, 1024}) { // bcrypt stops at 72 bytes
            var kept = argon2id.hash(new RawPassword("a".repeat(length) + "b"));
            assertThat(argon2id.matches(new RawPassword("a".repeat(length) + "b"), kept))
                    .isTrue();
            assertThat(argon2id.matches(new RawPassword("a".repeat(length) + "c"), kept))
                    .as(length + " and one")
                    .isFalse();
            assertThat(argon2id.matches(new RawPassword("a".repeat(length)), kept))
                    .as("" + length)
                    .isFalse();
        }
        var withNull = argon2id.hash(new RawPassword("a\u0000b"));
        assertThat(argon2id.matches(new RawPassword("a\u0000c"), withNull)).isFalse();
    }

    @Test
    void aNewPepperMakesOldHashesDatedAndStillGood() throws IOException {
        var old = Peppers.line("k1");
        var password = new RawPassword("sésame");
        var kept = argon2id(old).hash(password);
        var rotated = argon2id(Peppers.line("k2") + old);
        assertThat(rotated.matches(password, kept)).isTrue();
        assertThat(rotated.isDated(kept)).isTrue();
        assertThat(rotated.hash(password).pepper()).isEqualTo("k2");
        assertThat(rotated.isDated(rotated.hash(password))).isFalse();
    }

    @Test
    void anotherCostMakesAHashDated() throws IOException {
        var argon2id = argon2id(Peppers.line("k1"));
        var fresh = argon2id.hash(new RawPassword("sésame"));
        for (var cost : new Argon2Cost[] {
            new Argon2Cost(16_384, 2, 1), new Argon2Cost(19_456, 1, 1), new Argon2Cost(19_456, 2, 2)
        }) {
            assertThat(argon2id.isDated(new PasswordHash(cost, "k1", fresh.salt(), fresh.hash())))
                    .isTrue();
        }
    }

    @Test
    void aPepperThatIsGoneIsAFailureAndNotAWrongPassword() throws IOException {
        var kept = argon2id(Peppers.line("k1")).hash(new RawPassword("sésame"));
        var without = argon2id(Peppers.line("k2"));
        assertThatThrownBy(() -> without.matches(new RawPassword("sésame"), kept))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no pepper 'k1' in the pepper file");
    }

    @Test
    void anotherPepperOfTheSameNameMakesThePasswordWrong() throws IOException {
        var kept = argon2id(Peppers.line("k1")).hash(new RawPassword("sésame"));
        assertThat(argon2id(Peppers.line("k1")).matches(new RawPassword("sésame"), kept))
                .isFalse();
    }

    private Argon2id argon2id(String pepperLines) throws IOException {
        return new Argon2id(
                PlainArgon2.get(), Peppers.in(Files.writeString(folder.resolve("pepper.keys"), pepperLines)));
    }

    private static byte[] filled(int length, int value) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
