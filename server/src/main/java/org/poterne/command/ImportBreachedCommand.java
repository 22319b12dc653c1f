package org.poterne.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.poterne.password.BreachedImport;
import org.poterne.password.BreachedImportAlone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A downloaded list of breached passwords, made into the filter that new passwords are held against. Needs no database. */
@Command(
        name = "import-breached",
        description = "Take up a list of breached passwords, as downloaded from Have I Been Pwned.",
        mixinStandardHelpOptions = true)
final class ImportBreachedCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--min-count", paramLabel = "N", description = "Leave out those seen less often (default: 1).")
    private long leastCount = 1;

    @Option(names = "--data", description = "As for serve.")
    private Optional<Path> data = Optional.empty();

    @Parameters(paramLabel = "FILE", description = "HASH:COUNT lines, SHA-1 or NTLM.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        if (leastCount < 1) {
            throw new ParameterException(spec.commandLine(), "--min-count wants a number from 1 on.");
        }
        var start = new Start(BreachedImportAlone.class, "tool").withFolder("poterne.data", data);
        try (var context = start.tool()) {
            return BreachedListImport.run(context.getBean(BreachedImport.class), file, leastCount, System.out);
        }
    }
}
