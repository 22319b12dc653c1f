package org.poterne.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
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
        var line = new CommandLine(new Commands());
        var all = all(application, laidOut);
        var isOneNamed = arguments.length > 0 && all.containsKey(arguments[0]);
        all.forEach((name, command) -> {
            if (!isOneNamed || name.equals(arguments[0])) { // a start waits for no other command's options
                line.addSubcommand(name, command.get());
            }
        });
        line.setExecutionExceptionHandler((failure, _, _) -> refused(failure));
        var code = line.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
        return code == STARTED ? OptionalInt.empty() : OptionalInt.of(code);
    }

    private static Map<String, Supplier<Object>> all(Class<?> application, Class<?> laidOut) {
        var all = new LinkedHashMap<String, Supplier<Object>>();
        all.put("demo", () -> new DemoCommand(application));
        all.put("serve", () -> new ServeCommand(application, laidOut));
        all.put("accounts", () -> new CommandLine(new AccountsCommand()).addSubcommand(new ImportCommand(application)));
        all.put(
                "establishment",
                () -> new CommandLine(new EstablishmentCommand()).addSubcommand(new CreateCommand(application)));
        all.put(
                "desk",
                () -> new CommandLine(new DeskCommand())
                        .addSubcommand(new AddAgentCommand(application))
                        .addSubcommand(new RemoveAgentCommand(application)));
        all.put("passwords", () -> new CommandLine(new PasswordsCommand()).addSubcommand(new ImportBreachedCommand()));
        all.put("feedback", () -> new FeedbackCommand(application));
        all.put("rehearse", () -> new RehearseCommand(application, laidOut));
        return all;
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
