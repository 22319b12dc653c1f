package org.poterne.guidebook;

import java.util.stream.Collectors;

/** A guide without its pictures: what a changed page or word shows as a line that differs. */
final class Steps {

    private Steps() {}

    static String text(Edition edition) {
        return edition.chapters().stream()
                .map(chapter -> text(edition, chapter))
                .collect(Collectors.joining("\n"));
    }

    private static String text(Edition edition, Chapter chapter) {
        var text = new StringBuilder();
        text.append("# ").append(chapter.walk().title()).append('\n');
        text.append(chapter.walk().lead()).append('\n');
        for (var scene : chapter.scenes()) {
            var where = scene.where().key().isEmpty()
                    ? ""
                    : edition.words().say(scene.where().key()) + " · ";
            text.append(scene.number())
                    .append(". ")
                    .append(where)
                    .append(scene.sentence())
                    .append('\n');
            if (!scene.note().isEmpty()) {
                text.append("   ").append(scene.note()).append('\n');
            }
        }
        chapter.walk().tips().forEach(tip -> text.append("* ").append(tip).append('\n'));
        return text.toString();
    }
}
