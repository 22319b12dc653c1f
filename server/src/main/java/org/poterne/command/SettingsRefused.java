package org.poterne.command;

import java.util.List;

/** Settings that are missing or wrong, all of them, each with its remedy. */
final class SettingsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsRefused(List<String> problems) {
        super(String.join("\n", problems));
    }
}
