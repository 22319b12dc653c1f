package org.poterne.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** The secret of a link, as mail programs mangle it. */
class OneTimeTokenFuzzTests {

    @FuzzTest
    void aTokenHasOneSpelling(byte[] input) {
        var text = new String(input, StandardCharsets.ISO_8859_1);
        OneTimeToken.parse(text).ifPresent(token -> {
            assertThat(token.reveal()).isEqualTo(text);
            assertThat(token.toString()).doesNotContain(text);
        });
    }
}
