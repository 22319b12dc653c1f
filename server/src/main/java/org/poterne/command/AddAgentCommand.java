package org.poterne.command;

import java.util.concurrent.Callable;
import org.poterne.command.DeskStaff.Typed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private final Folders folders = new Folders();

    AddAgentCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        try (var context = folders.tool(application)) {
            return DeskStaff.of(context).add(new Typed(tenant, email, givenName, familyName), System.out);
        }
    }
}
