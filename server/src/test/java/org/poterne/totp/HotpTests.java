package org.poterne.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers that the standards print. */
class HotpTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
        "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
    })
    void aCounterHasTheCodeOfRfc4226(long counter, String code) {
        assertThat(Hotp.code(SECRET, counter, 6)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void aMomentHasTheCodeOfRfc6238(long second, String code) {
        assertThat(Hotp.code(SECRET, Seed.stepAt(Instant.ofEpochSecond(second)), 8))
                .isEqualTo(code);
    }
}
