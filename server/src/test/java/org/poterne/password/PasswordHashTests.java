package org.poterne.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.poterne.argon2.Argon2Cost;

/** What the database keeps of a password: PHC string format. */
class PasswordHashTests {

    private static final String GOOD = "$argon2id$v=19$m=19456,t=2,p=1,keyid=azE$AAAAAAAAAAAAAAAAAAAAAA$"
            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @Test
    void whatIsPrintedIsReadAgain() {
        var seed = Long.getLong("poterne.seed", System.nanoTime());
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++) {
            var salt = new byte[16 + random.nextInt(48)];
            var hash = new byte[16 + random.nextInt(48)];
            random.nextBytes(salt);
            random.nextBytes(hash);
            var cost = new Argon2Cost(8 * 99 + random.nextInt(1 << 20), 1 + random.nextInt(99), 1 + random.nextInt(99));
            var phc = new PasswordHash(cost, "k" + random.nextInt(9_999_999), salt, hash).phc();
            var read = PasswordHash.parse(phc);
            assertThat(read).as("seed " + seed + " " + phc).isPresent();
            assertThat(read.orElseThrow().phc()).as("seed " + seed).isEqualTo(phc);
            assertThat(read.orElseThrow().cost()).as("seed " + seed).isEqualTo(cost);
            assertThat(read.orElseThrow().salt()).as("seed " + seed).isEqualTo(salt);
            assertThat(read.orElseThrow().hash()).as("seed " + seed).isEqualTo(hash);
        }
    }

    @Test
    void aPepperIsNamedByItsIdInBase64() {
        assertThat(PasswordHash.parse(GOOD))
                .get()
                .extracting(PasswordHash::pepper)
                .isEqualTo("k1");
    }

    /** Base64 leaves bits to spare at the end of a salt, a hash and the id of a key. */
    @Test
    void aHashHasOneSpelling() {
        assertThat(PasswordHash.parse(GOOD.substring(0, GOOD.length() - 1) + "B"))
                .isEmpty();
        assertThat(PasswordHash.parse(GOOD.replace("AA$AAAA", "AB$AAAA"))).isEmpty();
        assertThat(PasswordHash.parse(GOOD.replace("keyid=azE", "keyid=gICA"))).isEmpty();
    }

    @Test
    void anythingElseIsNone() {
        for (var bad : List.of(
                "",
                "password",
                GOOD.replace("argon2id", "argon2i"),
                GOOD.replace("v=19", "v=16"),
                GOOD.replace("m=19456", "m=0"),
                GOOD.replace("m=19456", "m=7"),
                GOOD.replace("m=19456", "m=019456"),
                GOOD.replace("m=19456", "m=999999999"),
                GOOD.replace("t=2", "t=-1"),
                GOOD.replace(",p=1", ""),
                GOOD.replace(",keyid=azE", ""),
                GOOD.replace("$AAAAAAAAAAAAAAAAAAAAAA$", "$AAAA$"),
                GOOD + "=",
                GOOD + "\n",
                " " + GOOD,
                GOOD + "$",
                "$2b$12$abcdefghijklmnopqrstuuAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")) {
            assertThat(PasswordHash.parse(bad)).as(bad).isEmpty();
        }
    }

    @Test
    void nothingOfAPasswordIsPrinted() {
        assertThat(PasswordHash.parse(GOOD).orElseThrow()).hasToString("PasswordHash[redacted]");
        assertThat(new HashedPassword(PasswordHash.parse(GOOD).orElseThrow())).hasToString("HashedPassword[redacted]");
        assertThat(new RawPassword("sésame")).hasToString("RawPassword[redacted]");
    }
}
