package org.poterne.database;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Files whose permissions never depend on the umask, and whose names survive a power cut once they are given. */
final class PrivateFiles {
    private PrivateFiles() {}

    static FileAttribute<Set<PosixFilePermission>> permissions(String symbols) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(symbols));
    }

    static void permit(Path path, String symbols) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(symbols));
    }

    /** Whole or not at all: nobody ever reads a half-written file. */
    static void write(Path file, String content, String symbols) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        try (FileChannel channel = FileChannel.open(unfinished, Set.of(CREATE_NEW, WRITE), permissions("rw-------"))) {
            channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        permit(unfinished, symbols);
        rename(unfinished, file);
    }

    /** The folder is flushed too: a power cut must not bring the unfinished name back, to be thrown away as a leftover. */
    static void rename(Path unfinished, Path finished) throws IOException {
        Files.move(unfinished, finished, ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(finished.resolveSibling("."), READ)) {
            folder.force(true);
        }
    }

    static void deleteTree(Path root) throws IOException {
        if (Files.exists(root, NOFOLLOW_LINKS)) {
            for (Path path : inside(root).reversed()) {
                Files.delete(path);
            }
        }
    }

    /** Links are changed themselves, never followed: a link planted in the data folder gives no other file away. */
    static void giveTree(Path root, long uid) throws IOException {
        for (Path path : inside(root)) {
            Files.setAttribute(path, "unix:uid", (int) uid, NOFOLLOW_LINKS);
        }
    }

    /** A folder before what it holds. */
    private static List<Path> inside(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.toList();
        }
    }
}
