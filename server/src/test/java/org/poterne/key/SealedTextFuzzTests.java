package org.poterne.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** What comes back in a sealed cookie or a hidden field, whoever wrote it. */
class SealedTextFuzzTests {

    private static final InstallationKey KEY = key();

    @FuzzTest
    void onlyWhatWasSealedHereIsOpened(byte[] input) {
        var text = new String(input, StandardCharsets.ISO_8859_1);
        assertThat(KEY.openText("fuzz", "here", text)).isEmpty();
        var sealed = KEY.sealText("fuzz", "here", text);
        assertThat(sealed).matches("[A-Za-z0-9_-]+");
        assertThat(KEY.openText("fuzz", "here", sealed)).contains(text);
    }

    private static InstallationKey key() {
        try {
            return new InstallationKey(new KeySettings(Files.createTempDirectory("poterne-fuzz"), null, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
