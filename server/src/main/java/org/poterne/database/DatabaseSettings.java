package org.poterne.database;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param data the data folder; the embedded database lives in {@code postgres} below it
 * @param postgresBinaries the folder of {@code postgres} and {@code initdb} to embed, instead of those found or packaged
 * @param beside whether this is a command that may work beside a running server, on its database
 */
@ConfigurationProperties("poterne")
record DatabaseSettings(
        @DefaultValue(".poterne") Path data,
        @Nullable Path postgresBinaries,
        @DefaultValue("false") boolean beside) {

    Optional<Path> namedBinaries() {
        return Optional.ofNullable(postgresBinaries);
    }

    Path folder() {
        return data.resolve("postgres");
    }
}
