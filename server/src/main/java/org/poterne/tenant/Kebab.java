package org.poterne.tenant;

import java.util.Locale;

/** The spelling of keys and words in a tenant file: {@code minimum-length}. */
final class Kebab {

    private Kebab() {}

    static String of(String javaName) {
        return javaName.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replace('_', '-')
                .toLowerCase(Locale.ROOT);
    }
}
