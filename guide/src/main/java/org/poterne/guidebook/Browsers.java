package org.poterne.guidebook;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A Chromium that reaches nothing but this machine. */
final class Browsers implements AutoCloseable {

    /** CSS pixels of every page that is pictured. */
    static final int WIDTH = 420;

    private static final double SHARPNESS = 1.5;
    private static final int HEIGHT = 900;

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");

    private final Playwright playwright;
    private final Browser chromium;

    private Browsers(Playwright playwright, Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** @param executable a Chromium or a Chrome; the driver is where {@code playwright.cli.dir} says */
    static Browsers start(Path executable) {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browsers(
                playwright,
                playwright
                        .chromium()
                        .launch(new LaunchOptions()
                                .setExecutablePath(executable)
                                .setArgs(ARGUMENTS)));
    }

    /** Somebody's own, light, narrow, and sharp enough to be read on a phone. */
    BrowserContext open(URI house, Locale language) {
        return chromium.newContext(new NewContextOptions()
                .setBaseURL(house.toString())
                .setLocale(language.toLanguageTag())
                .setTimezoneId("Europe/Paris")
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setDeviceScaleFactor(SHARPNESS)
                .setViewportSize(WIDTH, HEIGHT));
    }

    BrowserContext plain() {
        return chromium.newContext();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
