package org.poterne.guidebook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Frames with numbered circles around what a step is about, and an arrow to what it presses. Drawn over the page, and taken away. */
final class Marks {

    /** In the colours of no tenant: dark red on white has a contrast of 7.4. */
    private static final String DRAW = """
            ({boxes, isPressed}) => {
              const NS = 'http://www.w3.org/2000/svg';
              const make = (name, attributes, parent) => {
                const element = document.createElementNS(NS, name);
                for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
                parent.append(element);
                return element;
              };
              const width = document.documentElement.scrollWidth;
              const height = document.documentElement.scrollHeight;
              const svg = make('svg', {id: 'guide-marks', width, height, 'aria-hidden': 'true'}, document.body);
              Object.assign(svg.style, {position: 'absolute', left: 0, top: 0, zIndex: 2147483647, pointerEvents: 'none'});
              const red = '#a3123a';
              boxes.forEach((box, index) => {
                const x = Math.max(3, box.x - 5), y = Math.max(3, box.y - 5);
                const right = Math.min(width - 3, box.x + box.width + 5), bottom = box.y + box.height + 5;
                make('rect', {x, y, width: right - x, height: bottom - y, rx: 8, fill: 'none', stroke: 'white', 'stroke-width': 6}, svg);
                make('rect', {x, y, width: right - x, height: bottom - y, rx: 8, fill: 'none', stroke: red, 'stroke-width': 3}, svg);
                if (isPressed && index === boxes.length - 1) {
                  const middle = (y + bottom) / 2;
                  const from = Math.min(width - 8, right + 58), to = Math.min(width - 40, right + 6);
                  const arrow = `M${from} ${middle + 34} L${to + 6} ${middle + 6}`;
                  const head = `M${to + 20} ${middle + 6} L${to + 4} ${middle + 4} L${to + 8} ${middle + 20}`;
                  for (const [stroke, wide] of [['white', 8], [red, 4]]) {
                    make('path', {d: arrow + ' ' + head, fill: 'none', stroke, 'stroke-width': wide, 'stroke-linecap': 'round'}, svg);
                  }
                }
                if (boxes.length > 1) {
                  // At the end of a line, where no label begins.
                  const rightToLeft = document.documentElement.dir === 'rtl';
                  const cx = rightToLeft ? Math.max(16, x) : Math.min(width - 16, right), cy = Math.max(16, y);
                  make('circle', {cx, cy, r: 14, fill: red, stroke: 'white', 'stroke-width': 2}, svg);
                  const text = make('text', {x: cx, y: cy + 6, fill: 'white', 'text-anchor': 'middle',
                    'font-family': 'sans-serif', 'font-size': 17, 'font-weight': 700}, svg);
                  // Above whatever the page says of its drawings.
                  Object.assign(text.style, {fill: 'white', stroke: 'none'});
                  text.textContent = index + 1;
                }
              });
            }
            """;

    private static final int LOOKS = 5;

    private Marks() {}

    /** What is done with the last of the targets. */
    enum Act {
        /** An arrow points to it. */
        PRESSED,
        READ
    }

    /** @return how far down the lowest mark reaches, in CSS pixels */
    static double draw(Page page, List<Locator> targets, Act act) {
        var boxes = new ArrayList<Map<String, Double>>();
        var lowest = 0.0;
        var scrolled = ((Number) page.evaluate("window.scrollY")).doubleValue();
        for (var target : targets) {
            var box = box(target);
            boxes.add(Map.of("x", box.x, "y", box.y + scrolled, "width", box.width, "height", box.height));
            lowest = Math.max(lowest, box.y + scrolled + box.height);
        }
        page.evaluate(DRAW, Map.of("boxes", boxes, "isPressed", act == Act.PRESSED));
        return lowest;
    }

    static void wipe(Page page) {
        page.evaluate("document.getElementById('guide-marks')?.remove()");
    }

    /** The phone's application draws its lists anew whenever it hears something: what was there is there again. */
    private static BoundingBox box(Locator target) {
        for (var look = 0; look < LOOKS; look++) {
            target.waitFor();
            var box = target.boundingBox();
            if (box != null) {
                return box;
            }
        }
        throw new WalkFailed("nothing to be seen of " + target);
    }
}
