package org.poterne.guidebook;

import java.io.Console;
import java.util.Optional;

/** How far it is: a bar that is rewritten in place, or a line an edition where nobody watches. */
final class Progress {

    private static final int WIDTH = 24;

    private final int walks;
    private final boolean watched = isWatched();
    private int done;
    private String edition = "";

    Progress(int walks) {
        this.walks = walks;
    }

    private static boolean isWatched() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                && System.getenv("CI") == null;
    }

    void begin(String name) {
        edition = name;
        if (watched) {
            draw();
        } else {
            System.err.println("Walking " + name);
        }
    }

    void step() {
        done++;
        if (watched) {
            draw();
        }
    }

    void end() {
        if (watched) {
            System.err.print("\r\033[K");
        }
    }

    private void draw() {
        var filled = walks == 0 ? WIDTH : done * WIDTH / walks;
        System.err.printf(
                "\r\033[KWalking [%s%s] %d of %d · %s",
                "#".repeat(filled), "·".repeat(WIDTH - filled), done, walks, edition);
    }
}
