package org.poterne.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.poterne.intake.ImportColumn.Known;

/** Which cell of a row holds what, as the header says. */
record ImportColumns(Map<ImportColumn, Integer> places, ImportPlan plan, List<String> ignored, int width) {

    static ImportColumns of(List<String> header, ImportPlan plan, Path file) {
        var places = new HashMap<ImportColumn, Integer>();
        var ignored = new ArrayList<String>();
        for (var place = 0; place < header.size(); place++) {
            var name = header.get(place);
            var column = ImportColumn.named(name, plan.answers());
            if (column.isPresent() && places.containsKey(column.get())) {
                throw ImportFileRefused.columnTwice(file, column.get(), shown(header));
            } else if (column.isPresent()) {
                places.put(column.get(), place);
            } else if (!name.isBlank()) {
                ignored.add(shown(name));
            }
        }
        if (!places.containsKey(Known.EMAIL)) {
            throw ImportFileRefused.noEmailColumn(file, shown(header));
        }
        if (!places.containsKey(Known.GIVEN_NAME) && !places.containsKey(Known.FAMILY_NAME)) {
            throw ImportFileRefused.noNameColumn(file, shown(header));
        }
        plan.answers().stream()
                .filter(answer -> answer.field().required() && !places.containsKey(answer))
                .findFirst()
                .<ImportColumn>map(answer -> answer)
                .or(() -> plan.needed().stream()
                        .filter(column -> !places.containsKey(column))
                        .sorted()
                        .findFirst())
                .ifPresent(missing -> {
                    throw ImportFileRefused.noNeededColumn(file, missing, shown(header));
                });
        return new ImportColumns(places, plan, ignored, width(header));
    }

    /** A row may end early: empty cells at its end are often left out. A column the file does not have is empty too. */
    String cell(ImportColumn column, List<String> cells) {
        var place = places.getOrDefault(column, Integer.MAX_VALUE);
        return place < cells.size() ? cells.get(place) : "";
    }

    /** Up to the last cell that holds anything. */
    static int width(List<String> cells) {
        var width = cells.size();
        while (width > 0 && cells.get(width - 1).isBlank()) {
            width--;
        }
        return width;
    }

    private static String shown(List<String> header) {
        return header.stream()
                .filter(name -> !name.isBlank())
                .map(ImportColumns::shown)
                .collect(Collectors.joining(", "));
    }

    /** A file without a header has somebody's address there: refusals and reports reach logs, addresses must not. */
    private static String shown(String name) {
        return name.contains("@") ? "(an address)" : "\"" + new TypedValue(name.strip()).shown() + "\"";
    }
}
