package org.poterne.command;

import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Reads the command line. A server that started keeps the process; everything else ends it with an exit code. */
@Command(
        name = "poterne",
        description = "The small door beside the great gate, for the people who are locked out.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Commands {

    static final int STARTED = -1;

    private Commands() {}

    /**
     * @param application the Spring Boot application
     * @param laidOut what the build may have laid out of it ahead, for {@code serve}
     */
    public static OptionalInt run(Class<?> application, Class<?> laidOut, String... arguments) {
        var line = new CommandLine(new Commands())
                .addSubcommand(new DemoCommand(application))
                .addSubcommand(new ServeCommand(application, laidOut))
                .addSubcommand(new CommandLine(new AccountsCommand()).addSubcommand(new ImportCommand(application)))
                .addSubcommand(
                        new CommandLine(new EstablishmentCommand()).addSubcommand(new CreateCommand(application)))
                .addSubcommand(new CommandLine(new DeskCommand())
                        .addSubcommand(new AddAgentCommand(application))
                        .addSubcommand(new RemoveAgentCommand(application)))
                .addSubcommand(new CommandLine(new PasswordsCommand()).addSubcommand(new ImportBreachedCommand()))
                .addSubcommand(new FeedbackCommand(application))
                .addSubcommand(new RehearseCommand(application, laidOut))
                .setExecutionExceptionHandler((failure, _, _) -> refused(failure));
        var code = line.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
        return code == STARTED ? OptionalInt.empty() : OptionalInt.of(code);
    }

    /** On the terminal, in plain words: a stack trace is for what nobody foresaw. */
    private static int refused(Exception failure) {
        StartRefusals.words(failure)
                .ifPresentOrElse(
                        words -> System.err.println("\nPoterne did not start.\n\n" + words.indent(2)),
                        failure::printStackTrace);
        return CommandLine.ExitCode.SOFTWARE;
    }
}
