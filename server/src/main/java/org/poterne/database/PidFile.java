package org.poterne.database;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code postmaster.pid}: one item a line, the process first, its state eighth. */
record PidFile(Path file, List<String> lines) {
    private static final int PORT = 3;
    private static final int STATE = 7;

    static Optional<PidFile> in(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            return lines.isEmpty() ? Optional.empty() : Optional.of(new PidFile(file, lines));
        } catch (FileSystemException noServer) {
            return Optional.empty();
        }
    }

    /** Absent when the line is half written. */
    Optional<Long> pid() {
        try {
            return Optional.of(Long.valueOf(lines.getFirst().strip()));
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    /** Absent until the server is ready. */
    Optional<Integer> port() {
        var isReady = lines.size() > STATE && lines.get(STATE).strip().equals("ready");
        return isReady ? Optional.of(Integer.valueOf(lines.get(PORT).strip())) : Optional.empty();
    }

    boolean isReady(long pid) {
        return pid().equals(Optional.of(pid)) && port().isPresent();
    }

    /**
     * PostgreSQL refuses to start while the process named here lives, whatever that process is, except its own parent:
     * us. The other lines stay, by which it still notices orphaned backends.
     */
    void nameOurselves() throws IOException {
        String ours = ProcessHandle.current().pid() + "\n";
        String rest = String.join("\n", lines.subList(1, lines.size())) + "\n";
        Files.writeString(file, ours + rest, StandardCharsets.ISO_8859_1, WRITE, TRUNCATE_EXISTING, NOFOLLOW_LINKS);
    }
}
