package org.poterne.guidebook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotCaret;
import com.microsoft.playwright.options.ScreenshotScale;
import java.nio.ByteBuffer;
import java.util.List;
import org.poterne.guidebook.Marks.Act;

/** Pictures a page from its top to a little below what the step is about. */
final class Camera {

    private static final double BELOW = 70;
    private static final double BELOW_WHAT_IS_SAID = 280;
    private static final double BELOW_A_BUTTON = 16;
    private static final double LEAST = 320;
    private static final double TALLEST = 1000;

    /** Where a PNG has its width, and behind it its height (PNG, third edition, §11.2.1). */
    private static final int PNG_WIDTH = 16;

    private Camera() {}

    /** @param targets what is filled in or ticked, and last what is pressed */
    static Picture pressing(Page page, List<Locator> targets, String alternative) {
        return take(page, targets, Act.PRESSED, BELOW, alternative);
    }

    /** Down to its button: the address below that is one of the walked server's. */
    static Picture letter(Page page, Locator button, String alternative) {
        return take(page, List.of(button), Act.PRESSED, BELOW_A_BUTTON, alternative);
    }

    /** What is said is often about what stands below it: a number, an image to aim at. */
    static Picture reading(Page page, Locator said, String alternative) {
        return take(page, List.of(said), Act.READ, BELOW_WHAT_IS_SAID, alternative);
    }

    private static Picture take(Page page, List<Locator> targets, Act act, double below, String alternative) {
        page.evaluate("document.fonts.ready");
        var lowest = Marks.draw(page, targets, act);
        var bottom = Math.max(LEAST, lowest + below);
        var top = Math.max(0, bottom - TALLEST);
        var whole = ((Number) page.evaluate("document.documentElement.scrollHeight")).doubleValue();
        var options = new ScreenshotOptions()
                .setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setCaret(ScreenshotCaret.HIDE)
                .setClip(0, top, Browsers.WIDTH, Math.min(bottom, Math.max(whole, LEAST)) - top);
        var png = Palette.reduce(page.screenshot(options));
        if (png.length >= Picture.MOST) {
            png = Palette.reduce(page.screenshot(options.setScale(ScreenshotScale.CSS)));
        }
        Marks.wipe(page);
        var header = ByteBuffer.wrap(png);
        return new Picture(png, header.getInt(PNG_WIDTH), header.getInt(PNG_WIDTH + 4), alternative);
    }
}
