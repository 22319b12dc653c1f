package org.poterne.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The PostgreSQL of another Poterne that has the folder open: a command may work beside the server, and leaves it running. */
record NeighbourPostgres(int port, String password) {

    /** @return nothing when nobody has the folder open, or its server is not ready */
    static Optional<NeighbourPostgres> in(Path folder) {
        var password = folder.resolve("password");
        if (!Files.exists(password) || !FolderLock.isHeld(folder)) {
            return Optional.empty();
        }
        try {
            var kept = Files.readString(password).strip();
            return PidFile.in(folder.resolve("data"))
                    .flatMap(PidFile::port)
                    .map(port -> new NeighbourPostgres(port, kept));
        } catch (IOException e) {
            throw new EmbeddedPostgresFailure(
                    "The database of the running Poterne in " + folder + " cannot be joined (" + e.getMessage()
                            + "). Run this as the account that runs it, or stop it first.",
                    e);
        }
    }
}
