package org.poterne.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poterne.house.House;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database goes with its keys: nothing starts with others. */
class KeyWitnessTests {

    private static final House HOUSE = House.open();

    @TempDir
    private Path folder;

    @Test
    void aNodeWithOtherKeysDoesNotStartOnTheSameDatabase() {
        assertThatThrownBy(() -> HOUSE.nodeWithKeysOf(folder).close())
                .satisfies(failure -> assertThat(NestedExceptionUtils.getMostSpecificCause(failure))
                        .isInstanceOf(KeyFileRefused.class)
                        .hasMessageContaining("poterne.key-file")
                        .hasMessageContaining("is not the one this database was begun with"));
    }

    @Test
    void anotherInstallationKeyIsRefused() {
        assertThatThrownBy(() -> witness(new KeySettings(folder, null, pepperFile())))
                .isInstanceOf(KeyFileRefused.class)
                .hasMessageStartingWith("poterne.key-file: ");
    }

    @Test
    void anotherPepperIsRefused() {
        assertThatThrownBy(() -> witness(new KeySettings(folder, keyFile(), null)))
                .isInstanceOf(KeyFileRefused.class)
                .hasMessageStartingWith("poterne.pepper-file: ");
    }

    @Test
    void aNewPepperAboveTheOldOneIsWelcome() throws IOException {
        var rotated =
                Files.writeString(folder.resolve("pepper.keys"), Peppers.line("k7") + Files.readString(pepperFile()));
        witness(new KeySettings(folder, keyFile(), rotated));
        witness(new KeySettings(folder, keyFile(), pepperFile()));
    }

    /** Good passwords would have been called wrong, in silence. */
    @Test
    void anOlderPepperThatChangedIsRefused() throws IOException {
        var rotated = Files.writeString(folder.resolve("pepper.keys"), Peppers.line("k8") + Peppers.line("k1"));
        assertThatThrownBy(() -> witness(new KeySettings(folder, keyFile(), rotated)))
                .isInstanceOf(KeyFileRefused.class)
                .hasMessageStartingWith("poterne.pepper-file: ");
    }

    private static void witness(KeySettings settings) {
        new KeyWitness(HOUSE.bean(JdbcClient.class), new InstallationKey(settings), new PepperKeys(settings), settings)
                .afterPropertiesSet();
    }

    private static Path keyFile() {
        return HOUSE.data().resolve("keys/installation.key");
    }

    private static Path pepperFile() {
        return HOUSE.data().resolve("keys/pepper.keys");
    }
}
