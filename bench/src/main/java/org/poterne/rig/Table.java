package org.poterne.rig;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table as Markdown, aligned for the terminal too, and as CSV (RFC 4180). */
public final class Table {

    private final String title;
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String title, String... head) {
        this.title = title;
        this.head = List.of(head);
    }

    public Table row(Object... cells) {
        if (cells.length != head.size()) {
            throw new IllegalArgumentException("a row of " + cells.length + " under " + head);
        }
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
        return this;
    }

    public String title() {
        return title;
    }

    public String markdown() {
        var widths = IntStream.range(0, head.size()).map(this::width).toArray();
        var rule = Arrays.stream(widths).mapToObj("-"::repeat).toList();
        var lines = new ArrayList<String>();
        lines.add(line(head, widths));
        lines.add(line(rule, widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return "**" + title + "**\n\n" + String.join("\n", lines) + "\n";
    }

    public String csv() {
        var lines = new ArrayList<String>();
        lines.add(fields(head));
        rows.forEach(row -> lines.add(fields(row)));
        return String.join("\r\n", lines) + "\r\n";
    }

    private int width(int column) {
        var least = head.get(column).length();
        return rows.stream().mapToInt(row -> escaped(row.get(column)).length()).reduce(least, Math::max);
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> padded(escaped(cells.get(column)), widths[column]))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String escaped(String cell) {
        return cell.replace("|", "\\|").replace("\n", " ");
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(Math.max(0, width - cell.length()));
    }

    private static String fields(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.matches("(?s).*[\",\r\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell)
                .collect(Collectors.joining(","));
    }
}
