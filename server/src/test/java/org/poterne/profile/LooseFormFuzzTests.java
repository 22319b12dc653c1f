package org.poterne.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Names, as people write them a second time. */
class LooseFormFuzzTests {

    @FuzzTest
    void theLooseFormIsItsOwnAndOneForEveryComposition(byte[] input) {
        var text = new String(input, StandardCharsets.UTF_8);
        var loose = LooseForm.of(text);
        assertThat(LooseForm.of(loose)).isEqualTo(loose);
        assertThat(LooseForm.of(Normalizer.normalize(text, Normalizer.Form.NFC)))
                .isEqualTo(LooseForm.of(Normalizer.normalize(text, Normalizer.Form.NFD)));
    }
}
