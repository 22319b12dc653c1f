package org.poterne.tenant;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The tenant files hold mistakes, all of them listed: nothing half-starts. */
public final class TenantFileRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** One mistake: where it is, what it is, how to mend it. {@code line} counts from 1; 0 is the whole file. */
    public record Problem(Path file, int line, String key, String what, String remedy) {
        @Override
        public String toString() {
            return "%s:%d: %s: %s %s".formatted(file, line, key, what, remedy);
        }
    }

    private final transient List<Problem> problems;

    TenantFileRefused(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
