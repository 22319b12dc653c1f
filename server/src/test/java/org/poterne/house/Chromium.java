package org.poterne.house;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The one Chromium of all browser tests: found by {@code ./poterne test}, started at first use, gone with the JVM. */
final class Chromium {

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

    private static final com.microsoft.playwright.Browser RUNNING = start();

    private Chromium() {}

    static com.microsoft.playwright.Browser running() {
        return RUNNING;
    }

    private static com.microsoft.playwright.Browser start() {
        existing("playwright.cli.dir");
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(existing("poterne.chromium"))
                        .setArgs(ARGUMENTS)
                        // People's browsers show the page they leave and come back to as it was left.
                        .setIgnoreDefaultArgs(List.of("--disable-back-forward-cache")));
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
