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
            var file = file(tenant, language, topic, number);
            file.flatMap(PngSize::of)
                    .ifPresent(size -> pictures.put(
                            number,
                            new Picture(
                                    path(language, topic, number),
                                    size.width(),
                                    size.height(),
                                    file.map(Pictures::words).orElse(""))));
        }
        return pictures;
    }

    Optional<Path> file(TenantId tenant, Locale language, Topic topic, int step) {
        var file = folder.resolve(tenant.value(), language.toLanguageTag(), topic.name(), step + ".png");
        return Optional.of(file)
                .filter(Files::isRegularFile)
                .filter(picture -> PngSize.of(picture).isPresent());
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
