package org.poterne.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Somebody's browser: a real Chromium. Closing it fails the test when a page complained in the console, broke its content
 * security policy, or asked anything of another origin.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

    private Browser(House house, NewContextOptions options) {
        this.context = Chromium.BROWSER.newContext(
                options.setLocale("fr-FR").setBaseURL(house.address().toString()));
        this.page = context.newPage();
        listen(house.address());
    }

    public static Browser phone(House house) {
        return of(house, new NewContextOptions().setViewportSize(360, 780));
    }

    public static Browser desktop(House house) {
        return of(house, new NewContextOptions().setViewportSize(1440, 900));
    }

    public static Browser phoneAtNight(House house) {
        return of(house, new NewContextOptions().setViewportSize(360, 780).setColorScheme(ColorScheme.DARK));
    }

    public static Browser desktopAtNight(House house) {
        return of(house, new NewContextOptions().setViewportSize(1440, 900).setColorScheme(ColorScheme.DARK));
    }

    public static Browser phoneWithoutJavaScript(House house) {
        return of(house, new NewContextOptions().setViewportSize(360, 780).setJavaScriptEnabled(false));
    }

    private static Browser of(House house, NewContextOptions options) {
        return new Browser(house, options);
    }

    public Page page() {
        return page;
    }

    public Page open(String path) {
        page.navigate(path);
        return page;
    }

    public Page open(URI link) {
        page.navigate(link.toString());
        return page;
    }

    private void listen(URI house) {
        page.onConsoleMessage(message -> {
            // A refused form is a 4xx page, which Chromium notes as a failed resource; and a page that has the focus
            // where it belongs is told that autofocus was not needed.
            if ("error".equals(message.type()) && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            var address = URI.create(request.url());
            if (!"data".equals(address.getScheme()) && !house.getAuthority().equals(address.getAuthority())) {
                complaints.add("asked of another origin: " + address.getAuthority());
            }
        });
        page.onResponse(response -> {
            if (response.status() == 404 && !response.request().isNavigationRequest()) {
                complaints.add("not there: " + response.url());
            }
        });
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("what the pages complained of").isEmpty();
    }

    private static final class Chromium {

        static final com.microsoft.playwright.Browser BROWSER = launch();

        private static com.microsoft.playwright.Browser launch() {
            var chromium = System.getProperty("poterne.chromium", "");
            if (chromium.isEmpty()
                    || System.getProperty("playwright.cli.dir", "").isEmpty()) {
                throw new IllegalStateException(
                        "Browser tests need Chromium and Playwright's driver: run ./poterne test");
            }
            var driver = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return driver.chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(Path.of(chromium))
                            .setArgs(ARGUMENTS));
        }
    }
}
