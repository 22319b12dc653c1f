package org.poterne.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody without a mouse: Tab, Enter and letters, and an eye on where the focus is. */
public record Keyboard(Page page) {

    private static final int MORE_STOPS_THAN_A_PAGE_HAS = 40;

    /** An outline of two pixels at least, in another colour than what is behind it, on something that is in sight. */
    private static final String SEEN = """
            () => {
              const stop = document.activeElement;
              if (stop === document.body) return "the focus is nowhere";
              const name = stop.tagName + " " + (stop.getAttribute("aria-label") ?? stop.textContent.trim() ?? stop.id);
              const style = getComputedStyle(stop);
              const box = stop.getBoundingClientRect();
              const visible = box.width > 1 && box.height > 1 && box.left >= 0 && box.right <= innerWidth + 1
                  && box.top >= 0 && box.bottom <= innerHeight + 1 && style.clipPath === "none" && style.opacity === "1";
              const within = stop.tagName === "AUDIO" && stop.matches(":focus-within"); // its buttons are the browser's own
              const outlined = (within || stop.matches(":focus-visible")) && style.outlineStyle !== "none"
                  && parseFloat(style.outlineWidth) >= 2
                  && !/^rgba\\(.*, 0\\)$/.test(style.outlineColor);
              return visible && outlined ? "" : name + ": " + (visible ? "no outline" : "out of sight");
            }
            """;

    /** Tab after Tab until it is there; each stop on the way must be seen to have the focus. */
    public Keyboard tabTo(Locator target) {
        for (var stop = 0; stop < MORE_STOPS_THAN_A_PAGE_HAS; stop++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate(SEEN)).as("focus on %s", page.url()).isEqualTo("");
            if (isFocused(target)) {
                return this;
            }
        }
        throw new AssertionError("the Tab key does not reach " + target);
    }

    public Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }

    public void enter() {
        page.keyboard().press("Enter");
    }

    private static boolean isFocused(Locator target) {
        return (boolean) target.evaluate("element => element === document.activeElement");
    }
}
