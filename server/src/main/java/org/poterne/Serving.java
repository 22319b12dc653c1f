package org.poterne;

import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * What {@code serve} starts, for the build that lays it out ahead (Spring AOT); named after this class, what the build
 * generates is found again by {@code org.poterne.command.LaidOutAhead}.
 */
public final class Serving {

    private Serving() {}

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(Poterne.class).profiles("serve").run(arguments);
    }
}
