package org.poterne.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.poterne.guide.Feedback;
import org.poterne.guide.FeedbackCount;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.context.ApplicationContext;

/** {@code poterne feedback}: a plain table, and a file of all answers. Comments are strangers' texts: no terminal shows them. */
final class FeedbackReport {

    static final int DONE = 0;
    static final int REFUSED = 2;

    private static final List<String> HEADINGS =
            List.of("tenant", "page", "language", "useful", "not useful", "last comment");

    private final Tenants tenants;
    private final Feedback feedback;

    FeedbackReport(Tenants tenants, Feedback feedback) {
        this.tenants = tenants;
        this.feedback = feedback;
    }

    static FeedbackReport of(ApplicationContext context) {
        return new FeedbackReport(context.getBean(Tenants.class), context.getBean(Feedback.class));
    }

    int run(Optional<String> typed, Optional<Path> csv, PrintStream out) {
        var chosen = typed.map(name ->
                        TenantId.parse(name).flatMap(tenants::find).stream().toList())
                .orElseGet(tenants::all);
        if (chosen.isEmpty()) {
            out.println(unknown(typed.orElse("")));
            return REFUSED;
        }
        table(chosen, out);
        return csv.map(file -> export(chosen, file, out)).orElse(DONE);
    }

    private void table(List<Tenant> chosen, PrintStream out) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEADINGS);
        chosen.forEach(tenant -> feedback.counts(tenant.id()).forEach(count -> rows.add(row(tenant, count))));
        if (rows.size() == 1) {
            out.println("Nobody has said anything of a help page yet.");
            return;
        }
        PlainTable.print(rows, out);
    }

    private static List<String> row(Tenant tenant, FeedbackCount count) {
        return List.of(
                tenant.id().value(),
                count.page(),
                count.language(),
                String.valueOf(count.useful()),
                String.valueOf(count.notUseful()),
                count.lastComment()
                        .map(at -> at.atZone(tenant.zone()).toLocalDate().toString())
                        .orElse("-"));
    }

    private int export(List<Tenant> chosen, Path file, PrintStream out) {
        try (var writer = Files.newBufferedWriter(file)) {
            var csv = new CsvWriter(writer);
            csv.row(List.of("tenant", "page", "language", "useful", "comment", "at"));
            var count = 0;
            for (var tenant : chosen) {
                count += export(tenant, csv);
            }
            out.println(count + (count == 1 ? " answer is" : " answers are") + " in " + file + ".");
            return DONE;
        } catch (IOException e) {
            out.println("--csv cannot be written: " + e.getMessage());
            return REFUSED;
        }
    }

    private int export(Tenant tenant, CsvWriter csv) throws IOException {
        var count = 0;
        for (var some = feedback.answers(tenant.id(), 0);
                !some.isEmpty();
                some = feedback.answers(tenant.id(), some.getLast().number())) {
            for (var answer : some) {
                csv.row(List.of(
                        tenant.id().value(),
                        answer.page(),
                        answer.language(),
                        answer.useful() ? "yes" : "no",
                        answer.comment(),
                        answer.at().toString()));
                count++;
            }
        }
        return count;
    }

    private String unknown(String tenant) {
        return "There is no tenant '" + tenant + "'. There are: "
                + tenants.all().stream().map(Tenant::id).map(TenantId::value).collect(Collectors.joining(", "))
                + ".";
    }
}
