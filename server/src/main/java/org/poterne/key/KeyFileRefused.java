package org.poterne.key;

import java.nio.file.Path;

/** A key file that cannot serve: nothing starts, because every signature and password depends on it. */
public final class KeyFileRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyFileRefused(Path path, String setting, String what) {
        super("%s: %s %s. Restore it from your backup, or copy it from another node.".formatted(setting, path, what));
    }
}
