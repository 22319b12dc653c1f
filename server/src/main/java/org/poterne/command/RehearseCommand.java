package org.poterne.command;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.poterne.tenant.Tenants;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * For the build alone: a server that starts, is asked for the pages that people ask for first, and ends, so that the JVM can
 * keep what a start needs (JEP 483, JEP 515). It hears this machine only and writes to nobody.
 */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {

    private static final List<String> PAGES = List.of("sign-in", "recovery", "sign-up", "help");
    private static final int ROUNDS = 20;

    private final Class<?> application;
    private final Class<?> laidOut;

    @Option(names = "--data", required = true)
    private Path data = Path.of("");

    RehearseCommand(Class<?> application, Class<?> laidOut) {
        this.application = application;
        this.laidOut = laidOut;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var address = URI.create("http://localhost:" + freePort());
        try (var server = new Start(application, "serve")
                        .checking(new LaidOutAhead(laidOut))
                        .with("server.address", "127.0.0.1")
                        .with("server.port", address.getPort())
                        .with("poterne.base-url", address)
                        .with("poterne.data", data.toAbsolutePath())
                        .with("poterne.mail.from", "no-reply@poterne.example")
                        .with("spring.mail.host", "127.0.0.1")
                        // The JVM cannot keep classes of a module that is taken up late (argon2.VectorModule).
                        .with("poterne.argon2.implementation", "bouncy-castle")
                        .with("logging.level.root", "error")
                        .with("logging.level.org.poterne", "error")
                        .server();
                var visitor = HttpClient.newHttpClient()) {
            for (var round = 0; round < ROUNDS; round++) {
                for (var tenant : server.getBean(Tenants.class).all()) {
                    for (var page : PAGES) {
                        var request = HttpRequest.newBuilder(
                                address.resolve("/" + tenant.id().value() + "/" + page));
                        visitor.send(request.build(), BodyHandlers.discarding());
                    }
                }
            }
        }
        return 0;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
