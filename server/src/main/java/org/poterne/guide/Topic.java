package org.poterne.guide;

import java.util.List;
import java.util.stream.Stream;

/**
 * A page of the help centre: one problem, and what to do about it.
 *
 * @param name of its address: {@code forgotten-password}
 * @param pages where whoever needs it may be stuck: {@code /recovery}, with all below
 * @param tips what is worth knowing besides
 */
public record Topic(
        String name,
        Shelf shelf,
        List<String> pages,
        String title,
        String lead,
        Beginning beginning,
        List<Instruction> steps,
        List<String> tips) {

    /**
     * Where one starts.
     *
     * @param path below the tenant's: {@code /sign-in}
     * @param label of the button that leads there
     */
    public record Beginning(String path, String label) {}

    public Topic {
        pages = List.copyOf(pages);
        steps = List.copyOf(steps);
        tips = List.copyOf(tips);
    }

    /** How much of that page's address it answers for; nothing when it is not for it. */
    int closeness(String page) {
        return pages.stream()
                .filter(own -> page.equals(own) || page.startsWith(own + "/"))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** All that a search looks at. */
    String text() {
        return String.join(
                "\n",
                Stream.concat(Stream.of(title, lead), steps.stream().flatMap(Instruction::texts))
                        .toList());
    }
}
