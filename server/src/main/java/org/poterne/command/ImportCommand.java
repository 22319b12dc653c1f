package org.poterne.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.poterne.intake.AccountImport;
import org.poterne.intake.ImportMode;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** People from a file: each an account without a password, until its owner sets one. Works beside a running server. */
@Command(name = "import", description = "Add accounts from a CSV file.", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private final Class<?> application;

    @Option(names = "--tenant", required = true, description = "The tenant's short name.")
    private String tenant = "";

    @Option(names = "--all-or-nothing", description = "One bad row refuses the whole file.")
    private boolean allOrNothing;

    @Mixin
    private final Folders folders = new Folders();

    @Parameters(paramLabel = "FILE.csv", description = "UTF-8, with a header row: e-mail, given name, family name.")
    private Path file = Path.of("");

    ImportCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        try (var context = folders.tool(application)) {
            var known = context.getBean(Tenants.class);
            return TenantId.parse(tenant)
                    .flatMap(known::find)
                    .map(found -> AccountsImport.run(
                            context.getBean(AccountImport.class), found.id(), file, mode(), System.out))
                    .orElseGet(() -> unknown(known));
        }
    }

    private ImportMode mode() {
        return allOrNothing ? ImportMode.ALL_OR_NOTHING : ImportMode.GOOD_ONES_KEPT;
    }

    private int unknown(Tenants known) {
        var names = known.all().stream().map(Tenant::id).map(TenantId::value).collect(Collectors.joining(", "));
        System.err.println("There is no tenant '" + tenant + "'. There are: " + names + ".");
        return AccountsImport.REFUSED_WHOLE;
    }
}
