package org.poterne.guidebook;

import com.microsoft.playwright.Page.PdfOptions;
import com.microsoft.playwright.options.Margin;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * Prints an edition: {@code index.html} with its pictures beside it, the steps as plain text, by which two editions are compared; and
 * on request a tagged PDF with bookmarks.
 */
final class Press {

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Press.class.getClassLoader(), "org.poterne.guidebook.jte");
    private final Browsers browsers;

    Press(Browsers browsers) {
        this.browsers = browsers;
    }

    /** @param folder of all guides: this one goes into {@code tenant/language} */
    Path print(Edition edition, Path folder) {
        var target = folder.resolve(edition.tenant().id().value()).resolve(edition.language());
        try {
            Files.createDirectories(target);
            pictures(edition, target);
            Files.writeString(target.resolve("steps.txt"), Steps.text(edition));
            Files.writeString(target.resolve("index.html"), html(edition));
            copyLook(edition, target);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the guide in " + target, e);
        }
    }

    private String html(Edition edition) {
        var output = new StringOutput();
        templates.render("guide.jte", new GuidePage(edition), output);
        return output.toString();
    }

    private static void pictures(Edition edition, Path target) throws IOException {
        for (var chapter : edition.chapters()) {
            var folder = target.resolve(chapter.walk().name().value());
            Files.createDirectories(folder);
            for (var scene : chapter.scenes()) {
                if (scene.picture().isPresent()) {
                    var picture = scene.picture().get();
                    picture.write(folder.resolve(scene.number() + ".png"));
                    Files.writeString(folder.resolve(scene.number() + ".txt"), picture.alternative() + "\n");
                }
            }
        }
    }

    private static void copyLook(Edition edition, Path target) throws IOException {
        try (InputStream css = Objects.requireNonNull(Press.class.getResourceAsStream("/guide.css"))) {
            Files.copy(css, target.resolve("guide.css"), StandardCopyOption.REPLACE_EXISTING);
        }
        var logo = edition.tenant().logo();
        if (logo.isPresent()) {
            Files.copy(logo.get(), target.resolve("logo.svg"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Beside what was printed there. */
    void pdf(Path target) {
        try (var context = browsers.plain()) {
            var page = context.newPage();
            page.navigate(target.resolve("index.html").toUri().toString());
            // Pictures further down are loaded when they are near: on paper all are.
            page.evaluate(
                    "Promise.all([...document.images].map(image => { image.loading = 'eager'; return image.decode(); }))");
            page.pdf(new PdfOptions()
                    .setPath(target.resolve("guide.pdf"))
                    .setFormat("A4")
                    .setMargin(new Margin()
                            .setTop("16mm")
                            .setBottom("16mm")
                            .setLeft("16mm")
                            .setRight("16mm"))
                    .setPrintBackground(true)
                    .setTagged(true)
                    .setOutline(true));
        }
    }
}
