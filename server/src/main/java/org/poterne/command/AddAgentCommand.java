package org.poterne.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.poterne.command.DeskStaff.Typed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The link by which somebody becomes an agent of a tenant's help desk. Works beside a running server. */
@Command(
        name = "add-agent",
        description = "Print the set-up link of a new help-desk agent.",
        mixinStandardHelpOptions = true)
final class AddAgentCommand implements Callable<Integer> {

    private final Class<?> application;

    @Option(names = "--tenant", required = true, description = "The tenant's short name.")
    private String tenant = "";

    @Option(names = "--email", required = true, description = "The agent's e-mail address.")
    private String email = "";

    @Option(names = "--given-name", description = "The agent's given name.")
    private String givenName = "";

    @Option(names = "--family-name", required = true, description = "The agent's family name.")
    private String familyName = "";

    @Option(names = "--data", description = "As for serve.")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--tenants", description = "As for serve.")
    private Optional<Path> tenants = Optional.empty();

    AddAgentCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        var start =
                new Start(application, "tool").withFolder("poterne.data", data).withFolder("poterne.tenants", tenants);
        try (var context = start.tool()) {
            return DeskStaff.of(context).add(new Typed(tenant, email, givenName, familyName), System.out);
        }
    }
}
