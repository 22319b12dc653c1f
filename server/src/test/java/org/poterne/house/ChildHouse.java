package org.poterne.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A Poterne in a process of its own, as an operator starts it: it can be refused, stopped and killed. */
public final class ChildHouse implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Path out;
    private final Path err;
    private final URI address;

    private ChildHouse(Process process, Path out, Path err, URI address) {
        this.process = process;
        this.out = out;
        this.err = err;
        this.address = address;
    }

    /** {@code serve} with all it must be told, its embedded database in {@code data}. */
    public static ChildHouse serve(Path data, int port) {
        return serve(data, port, Map.of());
    }

    /** The same with other settings; an empty one is unset. */
    public static ChildHouse serve(Path data, int port, Map<String, String> settings) {
        var environment = new HashMap<String, String>();
        environment.put("POTERNE_BASE_URL", "http://localhost:" + port);
        environment.put("POTERNE_MAIL_FROM", "no-reply@poterne.example");
        environment.put(
                "POTERNE_TENANTS",
                Path.of("../tenants").toAbsolutePath().normalize().toString());
        environment.put("SPRING_MAIL_HOST", "127.0.0.1");
        environment.put("SPRING_MAIL_PORT", String.valueOf(Mailbox.smtpPort()));
        environment.putAll(settings);
        return start(List.of("serve", "--port", String.valueOf(port), "--data", data.toString()), environment, port);
    }

    public static ChildHouse start(List<String> arguments, Map<String, String> environment, int port) {
        try {
            var out = Files.createTempFile("poterne-out", ".log");
            var err = Files.createTempFile("poterne-err", ".log");
            var java = ProcessHandle.current().info().command().orElse("java");
            var command = new ArrayList<>(List.of(
                    java,
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.poterne.Poterne"));
            command.addAll(arguments);
            var builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("POTERNE_") || name.startsWith("SPRING_"));
            environment.forEach((name, value) -> {
                if (!value.isEmpty()) {
                    builder.environment().put(name, value);
                }
            });
            return new ChildHouse(builder.start(), out, err, URI.create("http://localhost:" + port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it answers. */
    public ChildHouse open() {
        Awaitility.await("a served page").atMost(PATIENCE).until(() -> {
            assertThat(process.isAlive()).as(out() + err()).isTrue();
            return status("/gimic/sign-in") == 200;
        });
        return this;
    }

    /** The status of a page, 0 while nobody answers. */
    public int status(String path) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException _) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI address() {
        return address;
    }

    public Visitor visitor() {
        return Visitor.at(address, address);
    }

    public int exitCode() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("it ends")
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public ChildHouse terminate() {
        process.destroy();
        return this;
    }

    public ChildHouse kill() {
        process.destroyForcibly();
        exitCode();
        return this;
    }

    public String out() {
        return read(out);
    }

    public String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        exitCode();
    }
}
