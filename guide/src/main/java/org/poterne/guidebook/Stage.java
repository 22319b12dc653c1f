package org.poterne.guidebook;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** A device with its browser, and the page that is in front. */
final class Stage implements AutoCloseable {

    private final BrowserContext context;
    private Page page;
    private int loads;

    Stage(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onLoad(_ -> loads++);
    }

    Page page() {
        return page;
    }

    /** Another page comes to the front: a link of the phone's application opens in its browser. */
    void show(Page another) {
        page = another;
        page.waitForLoadState();
        page.onLoad(_ -> loads++);
    }

    /** Does this, and waits for the page that comes of it: its form may look like the one that was sent. */
    void andArrive(Runnable act) {
        var before = loads;
        act.run();
        page.waitForCondition(() -> loads > before);
    }

    void isPatientFor(double milliseconds) {
        context.setDefaultTimeout(milliseconds);
    }

    void open(String path) {
        page.navigate(path);
    }

    /** By its label, whatever mark the tenant gives required ones. */
    Locator field(String label) {
        return seen(page.getByLabel(Pattern.compile("^\\s*" + literally(label) + "\\s*\\*?\\s*$")));
    }

    Locator button(String name) {
        return seen(page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)));
    }

    /** A link may say more than its words: whom it is about, where it leads. */
    Locator link(String name) {
        return seen(page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^\\s*" + literally(name)))));
    }

    Locator box(String label) {
        return seen(page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)));
    }

    Locator words(String words) {
        return seen(page.getByText(words));
    }

    /** The browser reads the pattern as JavaScript does, which has no {@code \\Q}; and it knows one kind of space alone. */
    private static String literally(String words) {
        return words.replaceAll("[.*+?^${}()|\\[\\]\\\\/]", "\\\\$0").replaceAll("(?U)\\s+", "\\\\s+");
    }

    private static Locator seen(Locator all) {
        return all.filter(new Locator.FilterOptions().setVisible(true)).first();
    }

    @Override
    public void close() {
        context.close();
    }
}
