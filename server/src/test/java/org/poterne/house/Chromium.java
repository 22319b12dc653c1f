package org.poterne.house;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Chromium: found by {@code ./poterne test}, started once, at first use, gone with the JVM. */
enum Chromium {

    /** As people have it: it keeps the page that one leaves, and shows notifications. */
    WHOLE,

    /** The same engine without the window around its pages, which it opens for a third of the work. */
    SHELL;

    /** It runs as root in a container, draws without a graphics card, and reaches nothing but this machine. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-domain-reliability",
            "--disable-sync",
            "--no-pings",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1");

    /** Where there is no shell, the whole one does its work. */
    Browser running() {
        return switch (this) {
            case WHOLE -> Whole.RUNNING;
            case SHELL -> Shell.RUNNING;
        };
    }

    private static Browser start(String property) {
        return Driver.RUNNING
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(existing(property))
                        .setArgs(ARGUMENTS)
                        // People's browsers show the page they leave and come back to as it was left.
                        .setIgnoreDefaultArgs(List.of("--disable-back-forward-cache")));
    }

    private static final class Whole {
        static final Browser RUNNING = start("poterne.chromium");
    }

    private static final class Shell {
        private static final String PROPERTY = "poterne.chromium-shell";
        static final Browser RUNNING = System.getProperty(PROPERTY) == null ? WHOLE.running() : start(PROPERTY);
    }

    private static final class Driver {

        static final Playwright RUNNING = start();

        private static Playwright start() {
            existing("playwright.cli.dir");
            return Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        }
    }

    private static Path existing(String property) {
        var path = System.getProperty(property);
        if (path == null || !Files.exists(Path.of(path))) {
            throw new IllegalStateException("Browser tests need -D" + property + " ("
                    + (path == null ? "it is not given" : path + " is not there")
                    + "): run ./poterne test, which finds it.");
        }
        return Path.of(path);
    }
}
