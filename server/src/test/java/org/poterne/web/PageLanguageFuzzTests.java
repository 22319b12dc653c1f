package org.poterne.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** What a browser says of its reader, or somebody in its name. */
class PageLanguageFuzzTests {

    @FuzzTest
    void languagesAreReadOrPassedOver(byte[] input) {
        var header = new String(input, StandardCharsets.ISO_8859_1);
        assertThat(PageLanguage.parsed(header)).doesNotContainNull().hasSizeLessThanOrEqualTo(2 * input.length + 1);
    }
}
