package org.poterne.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Everything at once on this machine alone: database, sample tenants and people, a mailbox. */
@Command(
        name = "demo",
        description = "Try Poterne: all it needs, on this machine only.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private final Class<?> application;

    @Option(names = "--port", description = "Port on localhost (default: ${DEFAULT-VALUE}).", defaultValue = "8080")
    private int port;

    @Option(names = "--data", description = "Folder for all it keeps (default: .poterne beside the script).")
    private Optional<Path> data = Optional.empty();

    DemoCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        new Start(application, "demo")
                .with("server.port", port)
                .with("poterne.base-url", "http://localhost:" + port)
                .withFolder("poterne.data", data)
                .server();
        return Commands.STARTED;
    }
}
