package org.poterne.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** One of two PostgreSQL that follow each other by streaming replication, as an operator sets them up. Whoever knocks is believed. */
final class Replica implements AutoCloseable {

    static final String USER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path home;
    private final Path folder;
    private final PostgresTools tools;
    private final int port;
    private final Process process;

    private Replica(Path home, Path folder, PostgresTools tools, int port, Process process) {
        this.home = home;
        this.folder = folder;
        this.tools = tools;
        this.port = port;
        this.process = process;
    }

    static Replica primary(Path home) throws IOException {
        var tools = PostgresTools.find(home, Optional.of(UnpackedPostgres.programs()), new Progress(_ -> {}));
        var folder = home.resolve("first");
        own(Files.createDirectory(folder, PrivateFiles.permissions("rwx------")), tools);
        tools.run(home, "initdb", List.of("-D", folder.toString(), "-U", USER, "-A", "trust", "-E", "UTF-8"), "");
        return start(home, folder, tools, freePort());
    }

    /** The files of the primary, copied while it is at rest: there is no pg_basebackup in the package. */
    Replica follower() throws IOException {
        stop();
        var copy = folder.resolveSibling("second");
        ToolRun.of(home, List.of("cp", "-a", folder.toString(), copy.toString()), "");
        Files.writeString(copy.resolve("standby.signal"), "");
        Files.writeString(
                copy.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=%d user=%s'%n".formatted(port, USER));
        own(copy, tools);
        return start(home, copy, tools, freePort());
    }

    Replica startAgain() throws IOException {
        return start(home, folder, tools, port);
    }

    int port() {
        return port;
    }

    void promote() {
        execute("select pg_promote()");
    }

    void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean has(String email) {
        try (var connection = connect();
                var statement = connection.prepareStatement("select from account where email = ?")) {
            statement.setString(1, email);
            return statement.executeQuery().next();
        } catch (SQLException _) {
            return false; // the table has not come yet
        }
    }

    /** SIGKILL: its clients see their connections break. */
    void kill() throws IOException {
        ToolRun.signal(home, "KILL", process.pid());
        process.onExit().join();
    }

    private void stop() throws IOException {
        ToolRun.signal(home, "INT", process.pid());
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** May write, whatever the database says to others. */
    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres?options=-c%20default_transaction_read_only%3Doff",
                USER,
                "");
    }

    private static Replica start(Path home, Path folder, PostgresTools tools, int port) throws IOException {
        var settings = Stream.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "wal_level=replica",
                "max_wal_senders=4",
                "hot_standby=on",
                "shared_buffers=16MB");
        var arguments = Stream.concat(
                        Stream.of("-D", folder.toString()), settings.flatMap(setting -> Stream.of("-c", setting)))
                .toList();
        var process = ToolRun.builder(home, tools.command("postgres", arguments))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(
                        folder.resolveSibling(folder.getFileName() + ".log").toFile()))
                .start();
        var replica = new Replica(home, folder, tools, port, process);
        Awaitility.await(folder.toString()).atMost(PATIENCE).until(replica::answers);
        return replica;
    }

    private boolean answers() {
        try (var _ = connect()) {
            return true;
        } catch (SQLException _) {
            return false;
        }
    }

    private static void own(Path folder, PostgresTools tools) throws IOException {
        PrivateFiles.giveTree(folder, tools.account().uid());
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
