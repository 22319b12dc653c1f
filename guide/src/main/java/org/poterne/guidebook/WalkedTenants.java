package org.poterne.guidebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A tenant is walked below a path of this machine, wherever its own host is. */
final class WalkedTenants {

    private WalkedTenants() {}

    static Path copy(Path tenants, Path target) {
        try (var files = Files.walk(tenants)) {
            for (var file : files.toList()) {
                var copy = target.resolve(tenants.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else if (file.endsWith("tenant.yaml")) {
                    Files.writeString(copy, withoutHosts(Files.readString(file)));
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy the tenants of " + tenants, e);
        }
    }

    /** The entry alone: a line, and those below it that are indented or items of its list. */
    static String withoutHosts(String file) {
        return file.replaceFirst("(?m)^hosts:.*\\R(?:(?:[ \\t]+|-).*\\R)*", "");
    }
}
