package org.poterne.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of keys: made once, for their owner alone, and refused when they cannot serve. */
class KeyFileTests {

    private static final String GOOD = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    private Path folder;

    @Test
    void aFileIsMadeForItsOwnerAlone() throws IOException {
        var path = folder.resolve("keys/installation.key");
        var made = KeyFile.readOrMake(path, "poterne.key-file");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(made.keys()).singleElement().satisfies(key -> {
            assertThat(key.id()).isEqualTo("k1");
            assertThat(key.secret()).hasSize(32).isNotEqualTo(new byte[32]);
        });
        try (var files = Files.list(path.getParent())) {
            assertThat(files).as("nothing half-made stays").containsExactly(path);
        }
    }

    @Test
    void whatWasMadeIsReadAgain() {
        assertThat(secret(folder.resolve("a.key"))).isEqualTo(secret(folder.resolve("a.key")));
        assertThat(secret(folder.resolve("a.key"))).isNotEqualTo(secret(folder.resolve("b.key")));
    }

    @Test
    void ofManyNodesThatStartAtOnceOneMakesTheKey() throws InterruptedException, ExecutionException {
        for (var round = 0; round < 20; round++) {
            var path = folder.resolve("round" + round).resolve("installation.key");
            var together = new CyclicBarrier(16);
            try (var nodes = Executors.newFixedThreadPool(16)) {
                var secrets = new ArrayList<Future<String>>();
                for (var node = 0; node < 16; node++) {
                    secrets.add(nodes.submit(() -> {
                        together.await();
                        return secret(path);
                    }));
                }
                for (var secret : secrets) {
                    assertThat(secret.get()).isEqualTo(secrets.getFirst().get());
                }
            }
        }
    }

    @Test
    void theFirstLineIsInUseAndTheOthersAreKept() {
        var file = KeyFile.readOrMake(
                written("# a note\n\nk2 " + GOOD + "\n  k1   " + GOOD + "  \n"), "poterne.pepper-file");
        assertThat(file.keys()).extracting(NamedKey::id).containsExactly("k2", "k1");
    }

    @Test
    void aLineThatIsNoKeyIsRefusedWithoutBeingShown() {
        for (var bad : List.of(
                "k1",
                "k1 " + GOOD + " more",
                "K1 " + GOOD,
                "key-1 " + GOOD,
                "toolongid " + GOOD,
                "k1 " + GOOD + "\nk1 " + GOOD,
                GOOD)) {
            refused(bad, "has a line that is not `id base64`, ids differing");
        }
        for (var bad : List.of("k1 c2hvcnQ=", "k1 " + GOOD.substring(4), "k1 ***" + GOOD)) {
            refused(bad, "holds a key that is not base64 of at least 32 bytes");
        }
        for (var bad : List.of("", "\n\n", "# nothing\n")) {
            refused(bad, "holds no key");
        }
    }

    @Test
    void aFileThatCannotBeReadIsRefused() throws IOException {
        Files.write(folder.resolve("latin"), "é".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> KeyFile.readOrMake(folder.resolve("latin"), "poterne.key-file"))
                .isInstanceOf(KeyFileRefused.class)
                .hasMessageContaining("cannot be read or made");
        Files.createDirectories(folder.resolve("folder"));
        assertThatThrownBy(() -> KeyFile.readOrMake(folder.resolve("folder"), "poterne.key-file"))
                .isInstanceOf(KeyFileRefused.class);
    }

    private void refused(String content, String what) {
        var path = written(content);
        assertThatThrownBy(() -> KeyFile.readOrMake(path, "poterne.key-file"))
                .as(content)
                .isInstanceOf(KeyFileRefused.class)
                .hasMessage("poterne.key-file: " + path + " " + what
                        + ". Restore it from your backup, or copy it from another node.");
    }

    private Path written(String content) {
        try {
            return Files.writeString(folder.resolve("some.key"), content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String secret(Path path) {
        return HexFormat.of()
                .formatHex(KeyFile.readOrMake(path, "poterne.key-file")
                        .keys()
                        .getFirst()
                        .secret());
    }
}
