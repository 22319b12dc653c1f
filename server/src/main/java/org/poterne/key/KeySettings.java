package org.poterne.key;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param data the data folder: keys are made below it unless named one by one
 * @param keyFile the installation's secret, the same file on every node
 * @param pepperFile the peppers of the passwords, the same file on every node
 */
@ConfigurationProperties("poterne")
record KeySettings(
        @DefaultValue(".poterne") Path data,
        @Nullable Path keyFile,
        @Nullable Path pepperFile) {

    Path installation() {
        return keyFile == null ? data.resolve("keys/installation.key") : keyFile;
    }

    Path pepper() {
        return pepperFile == null ? data.resolve("keys/pepper.keys") : pepperFile;
    }
}
