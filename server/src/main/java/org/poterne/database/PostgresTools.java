package org.poterne.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The PostgreSQL programs at hand, and the account they run under. */
record PostgresTools(Path programs, ServerAccount account, String version, int major) {
    static final int MAJOR = 18;

    /** The system's come first: its security updates arrive without us. */
    private static final List<Path> SYSTEM = Stream.of(
                    "/usr/lib/postgresql/%d/bin",
                    "/usr/pgsql-%d/bin", "/opt/homebrew/opt/postgresql@%d/bin", "/usr/local/opt/postgresql@%d/bin")
            .map(pattern -> Path.of(pattern.formatted(MAJOR)))
            .toList();

    private static final Pattern VERSION = Pattern.compile("postgres \\(PostgreSQL\\) ((\\d+)\\S*)");

    static PostgresTools find(Path folder, Optional<Path> given, Progress progress) throws IOException {
        if (given.isPresent()) {
            return under(folder, given.get().toAbsolutePath());
        }
        Optional<Path> system =
                SYSTEM.stream().filter(PostgresTools::isComplete).findFirst();
        return under(folder, system.isPresent() ? system.get() : PackagedBinaries.unpackedIn(folder, progress));
    }

    private static boolean isComplete(Path programs) {
        return Files.isExecutable(programs.resolve("postgres")) && Files.isExecutable(programs.resolve("initdb"));
    }

    private static PostgresTools under(Path folder, Path programs) {
        if (!isComplete(programs)) {
            throw new EmbeddedPostgresFailure("There is no postgres and initdb to run in " + programs
                    + ". Name the folder of a PostgreSQL " + MAJOR + ", or none to use the packaged one.");
        }
        StringJoiner reasons = new StringJoiner("; ");
        for (ServerAccount account : ServerAccount.candidates()) {
            ToolRun answer = account.askVersion(folder, programs.resolve("postgres"));
            Matcher version = VERSION.matcher(answer.output());
            if (answer.succeeded() && version.find()) {
                return new PostgresTools(programs, account, version.group(1), Integer.parseInt(version.group(2)));
            }
            reasons.add("as " + account.name() + ": " + answer.output());
        }
        throw new EmbeddedPostgresFailure("PostgreSQL in " + programs + " cannot run here (" + reasons
                + "). Run Poterne under an ordinary account that owns " + folder
                + "; or let everybody pass through the folders above it (chmod o+x); or name an external database.");
    }

    ToolRun run(Path folder, String program, List<String> arguments, String input) throws IOException {
        return ToolRun.of(folder, command(program, arguments), input);
    }

    List<String> command(String program, List<String> arguments) {
        return account.command(programs.resolve(program), arguments);
    }
}
