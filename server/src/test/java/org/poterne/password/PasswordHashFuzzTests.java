package org.poterne.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** PHC strings, as a damaged database might hold them. */
class PasswordHashFuzzTests {

    @FuzzTest
    void aHashIsWrittenAsItWasRead(byte[] input) {
        var text = new String(input, StandardCharsets.ISO_8859_1);
        PasswordHash.parse(text).ifPresent(hash -> {
            assertThat(hash.phc()).isEqualTo(text);
            assertThat(hash.salt()).hasSizeBetween(16, 64);
            assertThat(hash.hash()).hasSizeBetween(16, 64);
        });
    }
}
