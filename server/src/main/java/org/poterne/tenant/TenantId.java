package org.poterne.tenant;

import java.util.Optional;
import java.util.regex.Pattern;

/** A tenant's short name: its folder, its first path segment, the first column of every key. */
public record TenantId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,30}");

    public TenantId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a tenant's short name: a to z, 0 to 9 and '-', at most 31");
        }
    }

    /** Any text of the outside world: most of it names no tenant. */
    public static Optional<TenantId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new TenantId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
