package org.poterne.guidebook;

import java.nio.file.Path;

/** The engine alone where Debian has it: it opens a page for a third of the work. */
final class TestBrowsers {

    private TestBrowsers() {}

    static Browsers start() {
        return Browsers.start(
                Path.of(System.getProperty("poterne.chromium-shell", System.getProperty("poterne.chromium"))));
    }
}
