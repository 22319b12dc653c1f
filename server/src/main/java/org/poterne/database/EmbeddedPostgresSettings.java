package org.poterne.database;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where the database lives and what it runs on.
 *
 * @param folder all that is PostgreSQL's: {@code <data>/postgres}
 * @param binaries the folder of {@code postgres} and {@code initdb}; empty for the system's, else the packaged ones
 * @param progress told each stage as a short sentence, with its duration
 */
public record EmbeddedPostgresSettings(Path folder, Optional<Path> binaries, Consumer<String> progress) {}
