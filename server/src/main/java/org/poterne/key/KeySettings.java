package org.poterne.key;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param data the data folder: keys are made below it unless named one by one
 * @param keyFile the installation's secret, the same file on every node
 * @param pepperFile the peppers of the passwords, the same file on every node
 */
@ConfigurationProperties("poterne")
record KeySettings(@DefaultValue(".poterne") Path data, Optional<Path> keyFile, Optional<Path> pepperFile) {

    Path installation() {
        return keyFile.orElse(data.resolve("keys/installation.key"));
    }

    Path pepper() {
        return pepperFile.orElse(data.resolve("keys/pepper.keys"));
    }
}
