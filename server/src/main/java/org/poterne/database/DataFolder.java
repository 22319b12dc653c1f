package org.poterne.database;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** The database on the disk, and the only way into it. */
final class DataFolder {
    static final String DATABASE = "poterne";
    static final String ROLE = "poterne";

    private final Path folder;
    private final PostgresTools tools;
    private final Progress progress;

    DataFolder(Path folder, PostgresTools tools, Progress progress) {
        this.folder = folder;
        this.tools = tools;
        this.progress = progress;
    }

    Path path() {
        return folder.resolve("data");
    }

    boolean isAbsent() {
        return Files.notExists(path(), NOFOLLOW_LINKS);
    }

    /** Database and role are made before the folder gets its name: an interrupted creation starts anew. */
    String create() throws IOException {
        if (tools.major() < PostgresTools.MAJOR) {
            throw new EmbeddedPostgresFailure("PostgreSQL " + tools.version() + " in " + tools.programs()
                    + " is too old: Poterne needs " + PostgresTools.MAJOR + ". Name newer programs, or none.");
        }
        Path unfinished = folder.resolve("data.new");
        PrivateFiles.deleteTree(unfinished);
        String password = newPassword();
        progress.timed("made an empty database", () -> {
            Files.createDirectory(unfinished, PrivateFiles.permissions("rwx------"));
            PrivateFiles.giveTree(unfinished, tools.account().uid());
            initialise(unfinished);
            statements(unfinished, """
                    create role %s login password '%s'
                    create database %s owner %s
                    """.formatted(ROLE, password, DATABASE, ROLE));
            keep(password);
            PrivateFiles.rename(unfinished, path());
            return unfinished;
        });
        return password;
    }

    /** The password of the last time, or a new one when its file was lost. */
    String reopen() throws IOException {
        refuseOtherMajor();
        new Leftover(folder, path(), progress).settle();
        if (!Files.getAttribute(path(), "unix:uid", NOFOLLOW_LINKS)
                .equals((int) tools.account().uid())) {
            PrivateFiles.giveTree(path(), tools.account().uid());
        }
        if (Files.exists(passwordFile())) {
            return Files.readString(passwordFile()).strip();
        }
        String password = newPassword();
        statements(path(), "alter role %s password '%s'%n".formatted(ROLE, password));
        keep(password); // after it holds: a file with a password that does not open would be taken for good
        return password;
    }

    /** One role, one database, loopback, SCRAM; the superuser has no way in. Made at each start, out of the server's reach. */
    Path writeDoor() throws IOException {
        Path door = folder.resolve("pg_hba.conf");
        PrivateFiles.write(door, "host %s %s 127.0.0.1/32 scram-sha-256%n".formatted(DATABASE, ROLE), "rw-r--r--");
        return door;
    }

    private void refuseOtherMajor() throws IOException {
        String major = Files.readString(path().resolve("PG_VERSION")).strip();
        if (!major.equals(Integer.toString(tools.major()))) {
            throw new EmbeddedPostgresFailure("The database in " + path() + " was made by PostgreSQL " + major
                    + ", and " + tools.version()
                    + " cannot read it. Start it once more with the programs of PostgreSQL "
                    + major
                    + ", export it, move this folder away and import into the empty database made in its place.");
        }
    }

    /** The built-in locale: sorting never depends on the system's libraries, whose updates corrupt indexes. */
    private void initialise(Path data) throws IOException {
        List<String> arguments = List.of(
                "-D",
                data.toString(),
                "-U",
                "postgres",
                "-A",
                "reject",
                "-E",
                "UTF-8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        ToolRun initdb = tools.run(folder, "initdb", arguments, "");
        if (!initdb.succeeded()) {
            throw new EmbeddedPostgresFailure("PostgreSQL could not make its database in " + folder + ": "
                    + initdb.output() + ". Mend that and start again; what it left is removed.");
        }
    }

    /** As superuser without a network, so that no superuser password exists. The statements are kept out of what is said. */
    private void statements(Path data, String lines) throws IOException {
        List<String> arguments = List.of(
                "--single",
                "-D",
                data.toString(),
                "-c",
                "exit_on_error=on",
                "-c",
                "log_checkpoints=off",
                "-c",
                "log_min_error_statement=panic",
                "-c",
                "log_error_verbosity=terse",
                "postgres");
        ToolRun single = tools.run(folder, "postgres", arguments, lines);
        if (!single.succeeded()) {
            throw new EmbeddedPostgresFailure("PostgreSQL could not prepare the role " + ROLE + " in " + data + ": "
                    + single.output() + ". Mend that and start again.");
        }
    }

    private static String newPassword() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private void keep(String password) throws IOException {
        PrivateFiles.write(passwordFile(), password + "\n", "rw-------");
    }

    private Path passwordFile() {
        return folder.resolve("password");
    }
}
