package org.poterne.rig;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.poterne.database.EmbeddedPostgres;
import org.poterne.database.EmbeddedPostgresSettings;

/** The database of a run: one of its own, or one that was named. */
public final class Postgres implements AutoCloseable {

    private final String url;
    private final String user;
    private final String password;
    private final AutoCloseable server;

    private Postgres(String url, String user, String password, AutoCloseable server) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.server = server;
    }

    /** The one that Poterne embeds, in a folder of its own; it ends with this object. */
    public static Postgres embedded(Path folder) {
        var server = EmbeddedPostgres.start(new EmbeddedPostgresSettings(folder, Optional.empty(), _ -> {}));
        return new Postgres(server.jdbcUrl(), server.username(), server.password(), server);
    }

    /** One that runs already, and stays. */
    public static Postgres at(String url, String user, String password) {
        return new Postgres(url, user, password, () -> {});
    }

    public String url() {
        return url;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /**
     * The server's process, by the parent of a backend; 0 where it runs on another machine.
     *
     * <p>Another one after it was killed and came back.
     */
    public long postmaster() {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            var backend = row.getLong(1);
            var isHere = Proc.read("/proc/" + backend + "/comm")
                    .filter(name -> name.startsWith("postgres"))
                    .isPresent();
            return isHere ? Proc.stat(backend).map(Proc.Stat::parent).orElse(0L) : 0;
        } catch (SQLException e) {
            throw new RigFailure("the database at " + url + " does not answer", e);
        }
    }

    /** Of the server and all its children, those that have ended too; zero where it runs on another machine. */
    public Duration cpu() {
        return Proc.cpuOfTree(postmaster());
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception e) {
            throw new RigFailure("PostgreSQL could not be stopped", e);
        }
    }
}
