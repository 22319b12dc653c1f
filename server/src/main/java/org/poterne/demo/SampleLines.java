package org.poterne.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.poterne.tenant.Tenant;

/** The lines of a sample file beside a tenant's own, without its comments. */
final class SampleLines {

    private SampleLines() {}

    /** @param file may not exist: not every tenant has samples of everything */
    static List<String> of(Tenant tenant, String file) {
        var path = tenant.beside(file);
        if (!Files.exists(path)) {
            return List.of();
        }
        try (var lines = Files.lines(path)) {
            return lines.filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " of " + tenant + " cannot be read", e);
        }
    }
}
