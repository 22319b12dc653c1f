package org.poterne.bench;

import java.util.Optional;
import org.poterne.rig.RigFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./poterne bench}: what is measured, and how often. */
@Command(
        name = "bench",
        description = "Measure the server.",
        mixinStandardHelpOptions = true,
        subcommands = {
            HashBench.class,
            SignInBench.class,
            PagesBench.class,
            KeycloakBench.class,
            OracleBench.class,
            GrowthBench.class,
            StartBench.class
        })
public final class Bench {

    private Bench() {}

    static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench())
                .setOverwrittenOptionsAllowed(true)
                .setExecutionExceptionHandler((failure, _, _) -> refused(failure))
                .execute(arguments));
    }

    /** What the rig says is meant for whoever typed the command; anything else is a mistake of ours and shown whole. */
    private static int refused(Exception failure) {
        if (failure instanceof RigFailure) {
            System.err.printf("%npoterne: %s%n", failure.getMessage());
            Optional.ofNullable(failure.getCause()).ifPresent(cause -> System.err.printf("  %s%n", cause));
        } else {
            failure.printStackTrace();
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
