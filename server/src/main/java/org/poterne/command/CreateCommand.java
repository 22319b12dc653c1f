package org.poterne.command;

import java.util.concurrent.Callable;
import org.poterne.command.EstablishmentCreation.Typed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** An establishment, and the link by which its first administrator makes an account. Works beside a running server. */
@Command(
        name = "create",
        description = "Add an establishment, and print the set-up link of its first administrator.",
        mixinStandardHelpOptions = true)
final class CreateCommand implements Callable<Integer> {

    private final Class<?> application;

    @Option(names = "--tenant", required = true, description = "The tenant's short name.")
    private String tenant = "";

    @Option(names = "--number", required = true, description = "Its identifier: letters, digits, hyphens.")
    private String number = "";

    @Option(names = "--name", required = true, description = "Its name.")
    private String name = "";

    @Option(names = "--email", required = true, description = "Its own e-mail address.")
    private String email = "";

    @Option(names = "--administrator", required = true, description = "E-mail address of its first administrator.")
    private String administrator = "";

    @Option(names = "--given-name", description = "The administrator's given name.")
    private String givenName = "";

    @Option(names = "--family-name", required = true, description = "The administrator's family name.")
    private String familyName = "";

    @Mixin
    private final Folders folders = new Folders();

    CreateCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        var typed = new Typed(tenant, number, name, email, administrator, givenName, familyName);
        try (var context = folders.tool(application)) {
            return EstablishmentCreation.of(context).run(typed, System.out);
        }
    }
}
