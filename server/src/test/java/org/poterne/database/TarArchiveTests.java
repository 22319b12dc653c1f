package org.poterne.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarArchiveTests {
    private final ByteArrayOutputStream archive = new ByteArrayOutputStream();

    @TempDir
    Path home;

    @Test
    void filesFoldersAndLinksAreUnpackedAndOnlyProgramsAreExecutable() throws IOException {
        entry("bin/", '5', "", "0000777", "");
        entry("bin/postgres", '0', "", "0000777", "program");
        entry("bin/notes", '0', "", "0000666", "notes");
        entry("bin/server", '2', "postgres", "0000777", "");
        unpack();
        assertThat(home.resolve("out/bin/server")).isSymbolicLink().hasContent("program");
        assertThat(home.resolve("out/bin/postgres")).isExecutable();
        assertThat(Files.isExecutable(home.resolve("out/bin/notes"))).isFalse();
    }

    @Test
    void anEntryOutsideTheTargetIsRefused() throws IOException {
        entry("../escaped", '0', "", "0000644", "out");
        assertThatIOException().isThrownBy(this::unpack).withMessageContaining("outside");
        assertThat(home.resolve("escaped")).doesNotExist();
    }

    @Test
    void aLinkToTheOutsideIsRefused() throws IOException {
        entry("passwords", '2', "/etc/passwd", "0000644", "");
        assertThatIOException().isThrownBy(this::unpack).withMessageContaining("outside");
    }

    @Test
    void anotherKindOfEntryIsRefused() throws IOException {
        entry("device", '3', "", "0000644", "");
        assertThatIOException().isThrownBy(this::unpack).withMessageContaining("unexpected kind");
    }

    @Test
    void aCutArchiveIsRefused() throws IOException {
        entry("whole", '0', "", "0000644", "whole");
        byte[] cut = Arrays.copyOf(archive.toByteArray(), 700);
        assertThatIOException()
                .isThrownBy(() -> TarArchive.unpack(new ByteArrayInputStream(cut), home.resolve("out")))
                .withMessageContaining("cut short");
    }

    private void unpack() throws IOException {
        archive.write(new byte[1024]);
        TarArchive.unpack(new ByteArrayInputStream(archive.toByteArray()), home.resolve("out"));
    }

    private void entry(String name, char kind, String link, String mode, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 100, mode);
        put(header, 124, "%011o".formatted(bytes.length));
        header[156] = (byte) kind;
        put(header, 157, link);
        archive.write(header);
        archive.write(Arrays.copyOf(bytes, (bytes.length + 511) / 512 * 512));
    }

    private static void put(byte[] header, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }
}
