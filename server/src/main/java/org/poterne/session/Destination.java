package org.poterne.session;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where somebody goes once they are in: places of ours, and none that an address names (open redirects; ASVS 5.0 3.7.2). */
public enum Destination {
    HOME("/"),
    CHANGE_PASSWORD("/account/password");

    private final String path;

    Destination(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }

    /** As the parameter {@code to} names it: {@code change-password}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Any other word leads home. */
    public static Destination named(String word) {
        return Arrays.stream(values())
                .filter(place -> place.word().equals(word))
                .findFirst()
                .orElse(HOME);
    }

    /** The one whose page this is. */
    public static Optional<Destination> at(String path) {
        return Arrays.stream(values()).filter(place -> place.path.equals(path)).findFirst();
    }
}
