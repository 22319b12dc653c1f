package org.poterne.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/**
 * The pictures that {@code ./poterne guide} left. A file is reached by a tenant, a language and a topic that exist and by a number,
 * so that no name of a request becomes a path (CWE-22).
 */
@Component
class Pictures {

    private final Path folder;

    Pictures(GuideSettings settings) {
        this.folder = settings.pictures();
    }

    /** By the number of their step. */
    Map<Integer, Picture> of(TenantId tenant, Locale language, Topic topic) {
        var pictures = new TreeMap<Integer, Picture>();
        for (var step = 1; step <= topic.steps().size(); step++) {
            var number = step;
            find(tenant, language, topic, number)
                    .ifPresent(found -> pictures.put(number, picture(found, path(language, topic, number))));
        }
        return pictures;
    }

    Optional<Path> file(TenantId tenant, Locale language, Topic topic, int step) {
        return find(tenant, language, topic, step).map(Found::file);
    }

    private record Found(Path file, PngSize size) {}

    private Optional<Found> find(TenantId tenant, Locale language, Topic topic, int step) {
        var file = folder.resolve(tenant.value(), language.toLanguageTag(), topic.name(), step + ".png");
        return Optional.of(file)
                .filter(Files::isRegularFile)
                .flatMap(PngSize::of)
                .map(size -> new Found(file, size));
    }

    private static Picture picture(Found found, String path) {
        return new Picture(path, found.size().width(), found.size().height(), words(found.file()));
    }

    private static String path(Locale language, Topic topic, int step) {
        return "/help/" + topic.name() + "/" + language.toLanguageTag() + "/" + step + ".png";
    }

    private static String words(Path picture) {
        var beside = Path.of(picture.toString().replaceFirst("png$", "txt"));
        try {
            return Files.isRegularFile(beside) ? Files.readString(beside).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + beside, e);
        }
    }
}
