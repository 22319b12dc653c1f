package org.poterne.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What a run found: machine, moment, command, tables. Printed, and kept as Markdown and CSV. */
public final class Report {

    private final String name;
    private final String command;
    private final List<Table> tables = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @param command what was typed, for whoever wants to see it again */
    public Report(String name, String command) {
        this.name = name;
        this.command = command;
    }

    public Report add(Table table) {
        tables.add(table);
        return this;
    }

    public Report note(String sentence) {
        notes.add(sentence);
        return this;
    }

    /** @return the Markdown file */
    public Path write(Path folder, Instant moment) {
        var file = folder.resolve(name + ".md");
        try {
            Files.createDirectories(folder);
            Files.writeString(file, markdown(moment));
            for (var number = 0; number < tables.size(); number++) {
                var suffix = number == 0 ? "" : "-" + (number + 1);
                Files.writeString(
                        folder.resolve(name + suffix + ".csv"),
                        tables.get(number).csv());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    public String markdown(Instant moment) {
        var text = new StringBuilder("## " + name + "\n\n`" + command + "` · " + moment.truncatedTo(ChronoUnit.SECONDS)
                + " · " + Hardware.here() + "\n\n");
        tables.forEach(table -> text.append(table.markdown()).append('\n'));
        notes.forEach(sentence -> text.append("- ").append(sentence).append('\n'));
        return text.toString();
    }
}
