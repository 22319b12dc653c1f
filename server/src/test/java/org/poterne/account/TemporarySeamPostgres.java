package org.poterne.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.util.FileSystemUtils;

/**
 * TEMPORARY SEAM: a PostgreSQL of the system's, started by hand, with the account table alone. To be replaced by the
 * project's own launcher and shared fixture; nothing else knows how the database is started.
 */
public final class TemporarySeamPostgres implements AutoCloseable {

    private final Path folder;
    private final Process server;
    private final DataSource source;

    private TemporarySeamPostgres(Path folder, Process server, DataSource source) {
        this.folder = folder;
        this.server = server;
        this.source = source;
    }

    public static TemporarySeamPostgres start() {
        try {
            var folder = Files.createTempDirectory("poterne-import-test-");
            run("chown", "65534", folder.toString());
            var data = folder.resolve("data").toString();
            run(asNobody(binary("initdb"), "-D", data, "-U", "poterne", "-A", "trust", "-E", "UTF-8", "--locale=C"));
            var port = freePort();
            var server = start(asNobody(
                    binary("postgres"), "-D", data, "-p", port, "-k", "", "-h", "127.0.0.1", "-c", "fsync=off"));
            var source =
                    new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "poterne", "");
            var seam = new TemporarySeamPostgres(folder, server, source);
            seam.awaitAndMigrate();
            return seam;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    public AccountImport importer() {
        return new AccountImport(accounts(), new JdbcTransactionManager(source));
    }

    Accounts accounts() {
        return new Accounts(jdbc(), Clock.systemUTC());
    }

    private void awaitAndMigrate() throws InterruptedException {
        for (var attempt = 0; attempt < 100; attempt++) {
            try (var connection = source.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(migration());
                return;
            } catch (SQLException _) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("PostgreSQL did not answer");
    }

    private static String migration() {
        try (var sql = TemporarySeamPostgres.class.getResourceAsStream("/db/migration/account/V002__account.sql")) {
            return new String(sql == null ? new byte[0] : sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String binary(String name) throws IOException {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin").resolve(name))
                    .filter(Files::isExecutable)
                    .max(Comparator.naturalOrder())
                    .orElseThrow()
                    .toString();
        }
    }

    private static String freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    /** PostgreSQL refuses to run as root. */
    private static String[] asNobody(String... command) {
        var whole = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            whole.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--pdeathsig=INT"));
        }
        whole.addAll(List.of(command));
        return whole.toArray(String[]::new);
    }

    private static Process start(String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (start(command).waitFor() != 0 && !command[0].equals("chown")) {
            throw new IllegalStateException(command[command.length - 1] + " failed");
        }
    }

    @Override
    public void close() {
        server.destroy();
        try {
            server.waitFor(10, TimeUnit.SECONDS);
            FileSystemUtils.deleteRecursively(folder);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
