package org.poterne.guidebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.Tenants;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./poterne guide}: the guides of one tenant or of all, walked and written. */
@Command(name = "guide", description = "Write the guides of your procedures.", mixinStandardHelpOptions = true)
public final class Guidebook implements Callable<Integer> {

    @Option(names = "--tenant", description = "The tenant whose procedures are walked.")
    private Optional<String> tenant = Optional.empty();

    @Option(names = "--language", description = "One of its languages (default: its first; with --all: every one).")
    private Optional<String> language = Optional.empty();

    @Option(names = "--all", description = "All tenants in all their languages.")
    private boolean all;

    @Option(names = "--out", description = "Where the guides go.", required = true)
    private Path out = Path.of("guides");

    @Option(names = "--tenants", description = "The folder of the tenant files.", required = true)
    private Path tenants = Path.of("tenants");

    @Option(names = "--chromium", description = "A Chromium or a Chrome.", required = true)
    private Path chromium = Path.of("chromium");

    /** The server says nothing here but what is wrong: the terminal is the progress bar's. */
    static void main(String[] arguments) {
        System.exit(new CommandLine(new Guidebook())
                .setOverwrittenOptionsAllowed(true) // the script's own come first
                .setExecutionExceptionHandler((failure, _, _) -> refused(failure))
                .execute(arguments));
    }

    private static int refused(Exception failure) {
        System.err.printf("%npoterne: no guide was written of what follows.%n%n  %s%n", failure.getMessage());
        Optional.ofNullable(failure.getCause()).ifPresent(cause -> System.err.printf("  %s%n", cause.getMessage()));
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public Integer call() throws IOException {
        var data = Files.createTempDirectory("poterne-guide");
        try (var server = WalkedServer.start(tenants, data);
                var browsers = Browsers.start(chromium)) {
            write(server, browsers);
        } finally {
            delete(data);
        }
        return CommandLine.ExitCode.OK;
    }

    private void write(WalkedServer server, Browsers browsers) {
        var author = new Author(server, browsers, new Cast(server));
        var press = new Press(browsers);
        var editions = editions(server.bean(Tenants.class).all());
        var steps = editions.stream()
                .mapToInt(edition -> author.walks(
                                edition.getKey(), edition.getKey().words(edition.getValue()))
                        .size())
                .sum();
        var progress = new Progress(steps);
        var today = LocalDate.now(server.bean(Clock.class));
        var written = new ArrayList<Path>();
        for (var edition : editions) {
            progress.begin(edition.getKey().id() + " " + edition.getValue().toLanguageTag());
            var printed =
                    press.print(author.write(edition.getKey(), edition.getValue(), today, _ -> progress.step()), out);
            press.pdf(printed);
            written.add(printed);
        }
        progress.end();
        written.forEach(folder -> System.out.println(folder.resolve("index.html")));
    }

    private List<Map.Entry<Tenant, Locale>> editions(List<Tenant> known) {
        if (all) {
            return known.stream()
                    .flatMap(one -> one.languages().stream()
                            .filter(spoken ->
                                    language.map(spoken.toLanguageTag()::equals).orElse(true))
                            .map(spoken -> Map.entry(one, spoken)))
                    .toList();
        }
        var chosen = known.stream()
                .filter(one -> one.id().value().equals(tenant.orElse("")))
                .findFirst()
                .orElseThrow(() -> new WalkFailed("There is no tenant '" + tenant.orElse("") + "'. There are "
                        + String.join(
                                ", ",
                                known.stream().map(one -> one.id().value()).toList()) + "."));
        var spoken = language.map(tag -> chosen.spoken(tag)
                        .orElseThrow(() -> new WalkFailed(chosen.id() + " does not speak '" + tag + "'.")))
                .orElse(chosen.defaultLanguage());
        return List.of(Map.entry(chosen, spoken));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
