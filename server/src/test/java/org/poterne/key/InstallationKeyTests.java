package org.poterne.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was made for one purpose is worth nothing for another. */
class InstallationKeyTests {

    @TempDir
    private Path folder;

    @Test
    void whatIsSealedIsOpenedInItsContextAlone() {
        var key = in(folder);
        var sealed = key.seal("recovery", "attempt 1", "camille@example.org");
        assertThat(key.open("recovery", "attempt 1", sealed)).contains("camille@example.org");
        assertThat(in(folder).open("recovery", "attempt 1", sealed))
                .as("another node")
                .contains("camille@example.org");
        assertThat(key.open("recovery", "attempt 2", sealed)).isEmpty();
        assertThat(key.open("session", "attempt 1", sealed)).isEmpty();
        assertThat(in(folder.resolve("other")).open("recovery", "attempt 1", sealed))
                .isEmpty();
    }

    @Test
    void whatWasTouchedIsNotOpened() {
        var key = in(folder);
        var sealed = key.seal("recovery", "attempt 1", "camille@example.org");
        for (var place = 0; place < sealed.length; place++) {
            var touched = sealed.clone();
            touched[place] ^= 1;
            assertThat(key.open("recovery", "attempt 1", touched))
                    .as("byte " + place)
                    .isEmpty();
        }
        for (var length = 0; length < sealed.length; length++) {
            assertThat(key.open("recovery", "attempt 1", java.util.Arrays.copyOf(sealed, length)))
                    .isEmpty();
        }
    }

    @Test
    void theSameTextIsNeverSealedTheSameWay() {
        var key = in(folder);
        assertThat(key.seal("recovery", "a", "text")).isNotEqualTo(key.seal("recovery", "a", "text"));
        assertThat(new String(key.seal("recovery", "a", "camille"), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("camille");
    }

    @Test
    void aMacTellsItsPartsApart() {
        var key = in(folder);
        assertThat(key.mac("p", "ab", "c")).isEqualTo(key.mac("p", "ab", "c")).hasSize(32);
        assertThat(key.mac("p", "ab", "c")).isNotEqualTo(key.mac("p", "a", "bc"));
        assertThat(key.mac("p", "ab", "c")).isNotEqualTo(key.mac("p", "abc"));
        assertThat(key.mac("p", "a", "b")).as("a part that holds a length").isNotEqualTo(key.mac("p", "a\0\0\0\1b"));
        assertThat(key.mac("p", "ab", "")).isNotEqualTo(key.mac("p", "ab"));
        assertThat(key.mac("p", "ab")).isNotEqualTo(key.mac("q", "ab"));
        assertThat(key.mac("p", "ab")).isNotEqualTo(in(folder.resolve("other")).mac("p", "ab"));
    }

    @Test
    void aKeyIsNotPrinted() {
        var pepper = new PepperKeys(settings(folder)).current();
        assertThat(pepper).hasToString("NamedKey[k1, redacted]");
        pepper.secret()[0] ^= 1;
        assertThat(pepper.secret())
                .as("given away as a copy")
                .isEqualTo(new PepperKeys(settings(folder)).current().secret());
    }

    private static InstallationKey in(Path folder) {
        return new InstallationKey(settings(folder));
    }

    private static KeySettings settings(Path folder) {
        return new KeySettings(folder, null, null);
    }
}
