package org.poterne.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** The value of a cookie, whoever wrote it. */
class SessionIdFuzzTests {

    @FuzzTest
    void anIdIsWhatItsCookieSays(byte[] input) {
        var text = new String(input, StandardCharsets.ISO_8859_1);
        SessionId.parse(text).ifPresent(id -> {
            assertThat(id.reveal()).isEqualTo(text).hasSize(43);
            assertThat(id.toString()).doesNotContain(text);
        });
    }
}
