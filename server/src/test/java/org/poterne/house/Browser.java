package org.poterne.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Somebody's own browser: real Chromium, no cookie yet, one page. Closing it fails the test when a page has complained on
 * the console (a refusal by the content security policy included) or asked anything of anyone but the house.
 */
public final class Browser implements AutoCloseable {

    private static final int PHONE_WIDTH = 360;
    private static final int PHONE_HEIGHT = 780;
    private static final int DESKTOP_WIDTH = 1440;
    private static final int DESKTOP_HEIGHT = 900;

    /** What Chromium logs of any answer above 399: of a page that is an answer we chose, of an image a fault. */
    private static final String REFUSED_ANSWER = "Failed to load resource: the server responded with a status of";

    private final House house;
    private final Chromium chromium;
    private final BrowserContext context;
    private final Page page;
    private final List<String> troubles = new ArrayList<>();
    private final Set<String> documents = new HashSet<>();
    private final List<Request> requests = new ArrayList<>();
    private int loads;

    private Browser(House house, Chromium chromium, NewContextOptions options) {
        this.house = house;
        this.chromium = chromium;
        context =
                chromium.running().newContext(options.setBaseURL(house.address().toString()));
        context.onConsoleMessage(this::listen);
        context.onWebError(error -> troubles.add("script error: " + error.error()));
        context.onRequest(this::watch);
        context.onResponse(this::note);
        page = context.newPage();
        page.onLoad(_ -> loads++);
    }

    /** A phone held upright, French, light, with JavaScript; the others are told apart from it. */
    public static Builder of(House house) {
        return new Builder(house);
    }

    public static Browser phone(House house) {
        return of(house).open();
    }

    public static Browser desktop(House house) {
        return of(house).desktop().open();
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    /** Opens a page of the house: {@code /gimic/sign-in}. */
    public Page open(String path) {
        page.navigate(path);
        return page;
    }

    /** Opens the link of a letter. */
    public Page open(URI link) {
        return open(link.toString());
    }

    /** Does this, and waits until the page that comes of it is there. */
    public void andArrive(Runnable act) {
        var before = loads;
        act.run();
        page.waitForCondition(() -> loads > before);
    }

    /** The Back button of a {@link Builder#whole} one: the page may be shown as it was left, without loading. */
    public void back() {
        if (chromium != Chromium.WHOLE) {
            throw new IllegalStateException("Browser.of(house).whole() alone keeps the page that was left");
        }
        page.goBack(new Page.GoBackOptions().setWaitUntil(WaitUntilState.COMMIT));
    }

    /** The field under this label, all of it. */
    public Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** The button of this name, all of it. */
    public Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    public Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    /** Waits for the page that bears this heading. */
    public Browser seesHeading(String heading) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(heading);
        return this;
    }

    /** How many forms were sent so far. */
    public long posts() {
        return requests.stream()
                .filter(request -> request.method().equals("POST"))
                .count();
    }

    /** What went wrong so far, and is forgiven by asking: for the tests of this fixture. */
    public List<String> troubles() {
        var seen = List.copyOf(troubles);
        troubles.clear();
        return seen;
    }

    @Override
    public void close() {
        context.close();
        if (!troubles.isEmpty()) {
            throw new AssertionError("the browser saw:\n  " + String.join("\n  ", troubles));
        }
    }

    private void listen(ConsoleMessage message) {
        var address = message.location().replaceFirst(":\\d+:\\d+$", "");
        var chosen = message.text().startsWith(REFUSED_ANSWER) && documents.contains(address);
        if (message.type().equals("error") && !chosen) {
            troubles.add("console: " + message.text() + " (" + message.location() + ")");
        }
    }

    private void watch(Request request) {
        requests.add(request);
        if (request.isNavigationRequest()) {
            documents.add(request.url());
        }
        var address = request.url();
        if (address.startsWith("http") && !address.startsWith(house.address() + "/")) {
            troubles.add("request to elsewhere: " + request.method() + " " + address);
        }
    }

    private void note(Response response) {
        if (response.status() >= 500) {
            troubles.add("failure: " + response.status() + " " + response.url());
        }
    }

    /** Which browser. */
    public static final class Builder {

        private final House house;
        private final NewContextOptions options = new NewContextOptions()
                .setLocale("fr-FR")
                .setTimezoneId("Europe/Paris")
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);

        private Chromium chromium = Chromium.SHELL;

        private Builder(House house) {
            this.house = house;
        }

        public Builder desktop() {
            options.setViewportSize(DESKTOP_WIDTH, DESKTOP_HEIGHT);
            return this;
        }

        /** A phone of this width. */
        public Builder wide(int width) {
            options.setViewportSize(width, PHONE_HEIGHT);
            return this;
        }

        /** All of Chromium, not its engine alone: for the Back button. */
        public Builder whole() {
            chromium = Chromium.WHOLE;
            return this;
        }

        /** Lets pages show notifications. */
        public Builder notified() {
            options.setPermissions(List.of("notifications"));
            return whole();
        }

        public Builder dark() {
            options.setColorScheme(ColorScheme.DARK);
            return this;
        }

        /** @param locale as the browser asks for it: {@code en-GB} */
        public Builder speaking(String locale) {
            options.setLocale(locale);
            return this;
        }

        public Builder withoutJavaScript() {
            options.setJavaScriptEnabled(false);
            return this;
        }

        public Browser open() {
            return new Browser(house, chromium, options);
        }
    }
}
