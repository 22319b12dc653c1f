package org.poterne.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Production: refuses to start on a setting that is missing or wrong. */
@Command(name = "serve", description = "Serve for real.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private final Class<?> application;
    private final Class<?> laidOut;

    @Option(names = "--port", description = "Port (default: SERVER_PORT, or 8080).")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--data",
            description = "Folder for keys and embedded database (default: POTERNE_DATA, or .poterne).")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--tenants", description = "Folder of the tenant files (default: POTERNE_TENANTS, or tenants).")
    private Optional<Path> tenants = Optional.empty();

    ServeCommand(Class<?> application, Class<?> laidOut) {
        this.application = application;
        this.laidOut = laidOut;
    }

    @Override
    public Integer call() {
        var start = new Start(application, "serve")
                .checking(new RequiredSettings())
                .checking(new LaidOutAhead(laidOut))
                .withFolder("poterne.data", data)
                .withFolder("poterne.tenants", tenants);
        port.ifPresent(number -> start.with("server.port", number));
        start.server();
        return Commands.STARTED;
    }
}
