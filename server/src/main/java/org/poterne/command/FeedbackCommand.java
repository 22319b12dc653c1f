package org.poterne.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What readers thought of the help pages. Works beside a running server. */
@Command(
        name = "feedback",
        description = "Show what readers thought of the help pages.",
        mixinStandardHelpOptions = true)
final class FeedbackCommand implements Callable<Integer> {

    private final Class<?> application;

    @Option(names = "--tenant", description = "The tenant's short name; all tenants without it.")
    private Optional<String> tenant = Optional.empty();

    @Option(names = "--csv", description = "File for every answer with its comment.")
    private Optional<Path> csv = Optional.empty();

    @Mixin
    private final Folders folders = new Folders();

    FeedbackCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        try (var context = folders.tool(application)) {
            return FeedbackReport.of(context).run(tenant, csv, System.out);
        }
    }
}
