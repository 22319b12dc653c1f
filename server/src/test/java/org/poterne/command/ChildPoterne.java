package org.poterne.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.poterne.Poterne;
import org.poterne.database.UnpackedPostgres;

/** A Poterne in a JVM of its own, as the operator runs it: it may be killed, and what it says is read. */
final class ChildPoterne implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final Path log;
    private final int port;

    private ChildPoterne(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** What a good {@code serve} is told; a test changes what it is about. */
    static Map<String, String> good(Path data) {
        var settings = new HashMap<String, String>();
        settings.put("POTERNE_BASE_URL", "https://access.example.org");
        settings.put("POTERNE_MAIL_FROM", "no-reply@example.org");
        settings.put(
                "POTERNE_TENANTS",
                Path.of("../tenants").toAbsolutePath().normalize().toString());
        settings.put("POTERNE_DATA", data.toString());
        settings.put("POTERNE_POSTGRES_BINARIES", UnpackedPostgres.programs().toString());
        settings.put("SPRING_MAIL_HOST", "127.0.0.1");
        settings.put("SPRING_MAIL_PORT", "9");
        settings.put("SPRING_MAIL_PROPERTIES_MAIL_SMTP_TIMEOUT", "2000");
        settings.put("SERVER_PORT", String.valueOf(freePort()));
        return settings;
    }

    static ChildPoterne start(Map<String, String> settings, String... arguments) {
        return start(System.getProperty("java.class.path"), settings, arguments);
    }

    static ChildPoterne start(String classPath, Map<String, String> settings, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                Poterne.class.getName()));
        command.addAll(List.of(arguments));
        try {
            var log = Files.createTempFile("poterne-child", ".log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(ChildPoterne::isSetting);
            builder.environment().putAll(settings);
            return new ChildPoterne(builder.start(), log, Integer.parseInt(settings.getOrDefault("SERVER_PORT", "0")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isSetting(String variable) {
        return variable.startsWith("POTERNE_") || variable.startsWith("SPRING_");
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ChildPoterne whenOpen() {
        return whenGood("/actuator/health/readiness");
    }

    ChildPoterne whenGood(String page) {
        Awaitility.await("an open door").atMost(PATIENCE).until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError("it ended with " + process.exitValue() + ":\n" + said());
            }
            return tryGet(page).filter(answer -> answer.statusCode() == 200).isPresent();
        });
        return this;
    }

    int exitCode() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("it still runs:\n" + said());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Both outputs. */
    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    int port() {
        return port;
    }

    /** As a browser behind the operator's proxy asks. */
    Optional<HttpResponse<String>> tryGet(String path) {
        return trySend(HttpRequest.newBuilder(address(path)).GET());
    }

    Optional<HttpResponse<String>> trySend(HttpRequest.Builder request) {
        try {
            return Optional.of(CLIENT.send(
                    request.setHeader("Host", "access.example.org")
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    BodyHandlers.ofString()));
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** SIGKILL. */
    void kill() {
        process.toHandle().destroyForcibly();
        exitCode();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Files.deleteIfExists(log);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
