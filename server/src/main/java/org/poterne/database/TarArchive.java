package org.poterne.database;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * The tar of the packaged binaries: files, folders and links with short names, which is all that it holds. Anything else
 * is refused rather than guessed, and no entry leaves the target.
 */
final class TarArchive {
    private static final int BLOCK = 512;

    private final InputStream tar;
    private final Path target;
    private final byte[] header = new byte[BLOCK];
    private final byte[] buffer = new byte[128 * BLOCK];

    private TarArchive(InputStream tar, Path target) {
        this.tar = tar;
        this.target = target;
    }

    static void unpack(InputStream tar, Path target) throws IOException {
        createFolder(target);
        TarArchive archive = new TarArchive(tar, target);
        while (archive.nextHeader()) {
            archive.unpackEntry();
        }
    }

    /** The archive ends with an empty block; ending before it means that it was cut. */
    private boolean nextHeader() throws IOException {
        fill(header, BLOCK);
        return header[0] != 0;
    }

    private void unpackEntry() throws IOException {
        Path path = within(target.resolve(text(0, 100)));
        switch (header[156]) {
            case '0', 0 -> writeFile(path);
            case '2' -> {
                Path destination = Path.of(text(157, 100));
                within(path.resolveSibling(destination));
                Files.createSymbolicLink(path, destination);
            }
            case '5' -> createFolder(path);
            default -> throw new IOException("unexpected kind of tar entry: " + path);
        }
    }

    private Path within(Path path) throws IOException {
        if (!path.normalize().startsWith(target)) {
            throw new IOException("tar entry outside its folder: " + path);
        }
        return path.normalize();
    }

    private static void createFolder(Path path) throws IOException {
        Files.createDirectories(path);
        PrivateFiles.permit(path, "rwxr-xr-x");
    }

    /** Flushed to the disk: after a power cut, a finished name must not stand over empty files. */
    private void writeFile(Path path) throws IOException {
        long left = octal(124, 12);
        boolean executable = (octal(100, 8) & 0100) != 0;
        Files.createDirectories(path.resolveSibling("."));
        try (FileChannel file =
                FileChannel.open(path, Set.of(CREATE_NEW, WRITE), PrivateFiles.permissions("rw-------"))) {
            while (left > 0) {
                int length = (int) Math.min(left, buffer.length);
                fill(buffer, (length + BLOCK - 1) / BLOCK * BLOCK);
                file.write(ByteBuffer.wrap(buffer, 0, length));
                left -= length;
            }
            file.force(false);
        }
        PrivateFiles.permit(path, executable ? "rwxr-xr-x" : "rw-r--r--");
    }

    private void fill(byte[] bytes, int length) throws IOException {
        if (tar.readNBytes(bytes, 0, length) < length) {
            throw new EOFException("the archive of PostgreSQL is cut short");
        }
    }

    private long octal(int offset, int length) throws IOException {
        try {
            return Long.parseLong(text(offset, length).strip(), 8);
        } catch (NumberFormatException notOctal) {
            throw new IOException("unreadable tar header", notOctal);
        }
    }

    private String text(int offset, int length) {
        int end = offset;
        while (end < offset + length && header[end] != 0) {
            end++;
        }
        return new String(header, offset, end - offset, StandardCharsets.UTF_8);
    }
}
