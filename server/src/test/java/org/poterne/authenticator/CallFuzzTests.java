package org.poterne.authenticator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** What a phone sends, and what poses as one. */
class CallFuzzTests {

    @FuzzTest
    void aBodyIsAnObjectOrNothing(byte[] input) {
        CallBody.parse(input).ifPresent(body -> {
            assertThat(body.isObject()).isTrue();
            body.propertyNames().forEach(name -> {
                assertThat(CallBody.text(body, name).length()).isLessThanOrEqualTo(input.length);
                DeviceName.parse(CallBody.text(body, name))
                        .ifPresent(kept -> assertThat(UTF_8.newEncoder().canEncode(kept.value()))
                                .isTrue());
            });
        });
    }

    @FuzzTest
    void aKeyHasOneSpelling(byte[] input) {
        DeviceKey.parse(input).ifPresent(key -> assertThat(key.encoded()).isEqualTo(input));
    }
}
