package org.poterne.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A PostgreSQL of Poterne's own, on loopback, durable and private. It lives as long as this object and comes back by
 * itself when killed; a killed JVM takes it along.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private final FolderLock lock;
    private final PostmasterWatch watch;
    private final String password;
    private final boolean firstStart;

    private EmbeddedPostgres(FolderLock lock, PostmasterWatch watch, String password, boolean firstStart) {
        this.lock = lock;
        this.watch = watch;
        this.password = password;
        this.firstStart = firstStart;
    }

    /** Starts, and the first time unpacks and creates the database before. Returns when PostgreSQL answers. */
    public static EmbeddedPostgres start(EmbeddedPostgresSettings settings) {
        try {
            Path folder = openFolder(settings.folder());
            FolderLock lock = FolderLock.take(folder);
            try {
                return startIn(folder, settings, lock);
            } catch (IOException | RuntimeException | Error failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new EmbeddedPostgresFailure(
                    "The folder " + settings.folder() + " cannot be used (" + failure
                            + "). It must be on a local disk with room left, and wholly owned by the account that runs Poterne.",
                    failure);
        }
    }

    private static EmbeddedPostgres startIn(Path folder, EmbeddedPostgresSettings settings, FolderLock lock)
            throws IOException {
        Progress progress = new Progress(settings.progress());
        PostgresTools tools = PostgresTools.find(folder, settings.binaries(), progress);
        DataFolder data = new DataFolder(folder, tools, progress);
        boolean firstStart = data.isAbsent();
        String password = firstStart ? data.create() : data.reopen();
        PostmasterWatch watch = PostmasterWatch.start(data, tools, new ServerLog(folder), progress);
        return new EmbeddedPostgres(lock, watch, password, firstStart);
    }

    /** Others may pass through as far as PostgreSQL's own account needs it, when that is not ours, and read nothing. */
    private static Path openFolder(Path wanted) throws IOException {
        Files.createDirectories(wanted.toAbsolutePath());
        Path folder = wanted.toRealPath();
        PrivateFiles.permit(folder, ServerAccount.ourUid() == 0 ? "rwx--x--x" : "rwx------");
        return folder;
    }

    /** No other method than SCRAM: whoever takes the port while PostgreSQL is down cannot ask for the password in clear. */
    public String jdbcUrl() {
        return urlAt(watch.port());
    }

    static String urlAt(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DataFolder.DATABASE
                + "?requireAuth=scram-sha-256&sslmode=disable&gssEncMode=disable";
    }

    /** Owner of the database, not a superuser: an injected statement cannot run a program. */
    public String username() {
        return DataFolder.ROLE;
    }

    public String password() {
        return password;
    }

    /** Whether this start created the database. */
    public boolean firstStart() {
        return firstStart;
    }

    /** Rolls open transactions back, writes everything and stops. Calling it again does nothing. */
    @Override
    public void close() {
        watch.stop();
        lock.close();
    }
}
