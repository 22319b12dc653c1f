package org.poterne.command;

import java.util.concurrent.Callable;
import org.poterne.command.DeskStaff.Typed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Somebody is an agent no longer; their account stays. Works beside a running server. */
@Command(name = "remove-agent", description = "Close the help desk to an agent.", mixinStandardHelpOptions = true)
final class RemoveAgentCommand implements Callable<Integer> {

    private final Class<?> application;

    @Option(names = "--tenant", required = true, description = "The tenant's short name.")
    private String tenant = "";

    @Option(names = "--email", required = true, description = "The agent's e-mail address.")
    private String email = "";

    @Mixin
    private final Folders folders = new Folders();

    RemoveAgentCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        try (var context = folders.tool(application)) {
            return DeskStaff.of(context).remove(new Typed(tenant, email, "", ""), System.out);
        }
    }
}
