package org.poterne.house;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Deque's accessibility rules, WCAG 2.2 AA's size of targets among them, and what they find on a page.
 *
 * <p>Its script runs straight from its jar: the Java interface beside it would bring a second Jackson.
 */
public final class Axe {

    private static final String SCRIPT = script();

    /** What is inside a frame is a page of its own, and looked at as such. */
    private static final String RUN = """
            async (without) => {
              const rules = { "target-size": { enabled: true } };
              without.forEach(rule => rules[rule] = { enabled: false });
              const found = await axe.run(document, { iframes: false, resultTypes: ["violations"], rules });
              return found.violations.flatMap(broken => broken.nodes.map(
                  node => `${broken.id} (${broken.impact}): ${node.html} ${node.failureSummary.replaceAll(/\\s+/g, " ")}`));
            }
            """;

    private Axe() {}

    /**
     * @param without rules that do not apply
     * @return a line for each element at fault; none on a good page
     */
    public static List<String> findings(Page page, String... without) {
        try {
            return found(page, without);
        } catch (PlaywrightException e) {
            if (!String.valueOf(e.getMessage()).contains("Execution context was destroyed")) {
                throw e;
            }
            page.waitForLoadState(); // it moved on by itself while it was looked at: the one that came is looked at
            return found(page, without);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> found(Page page, String... without) {
        if (!(boolean) page.evaluate("typeof axe === 'object'")) {
            page.evaluate(SCRIPT);
        }
        return (List<String>) page.evaluate(RUN, List.of(without));
    }

    private static String script() {
        try (var file = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
