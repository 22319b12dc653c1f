package org.poterne.command;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/** Where a tool finds the server that it works beside. */
final class Folders {

    @Option(names = "--data", description = "As for serve.")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--tenants", description = "As for serve.")
    private Optional<Path> tenants = Optional.empty();

    /** The application beside that server. */
    ConfigurableApplicationContext tool(Class<?> application) {
        return new Start(application, "tool")
                .withFolder("poterne.data", data)
                .withFolder("poterne.tenants", tenants)
                .tool();
    }
}
