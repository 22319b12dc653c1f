package org.poterne.guidebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;

/**
 * Every procedure of the five tenants walked in a real browser, and its guide beside the one that is kept in {@code docs/guides}:
 * a page or a word that changed shows as a difference. {@code -Dpoterne.write-guides=true} keeps the new one instead.
 */
class GuidesTests {

    private static final Path KEPT = Path.of("../docs/guides");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    @TempDir
    private static Path folder;

    private static WalkedServer server;
    private static Browsers browsers;
    private static Author author;

    @BeforeAll
    static void open() {
        server = WalkedServer.start(Path.of("../tenants"), folder.resolve("data"));
        browsers = Browsers.start(Path.of(System.getProperty("poterne.chromium")));
        author = new Author(server, browsers);
    }

    @AfterAll
    static void close() {
        browsers.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"gimic, fr", "metamots, fr", "jasmin, fr", "extranet, fr", "agora, fr", "metamots, ar"})
    void theKeptGuideSaysWhatAPersonMeets(String tenant, String language) throws IOException {
        var printed = print(tenant, language, folder);
        var kept = KEPT.resolve(tenant).resolve(language).resolve("steps.txt");
        assertThat(Files.readString(printed.resolve("steps.txt")))
                .as(
                        "the guide of %s in %s: if the pages are right, ./poterne test -Dtest=GuidesTests"
                                + " -Dpoterne.write-guides=true keeps it",
                        tenant, language)
                .isEqualTo(Files.readString(kept));
        assertThat(findings(printed)).isEmpty();
        everyPictureIsSmallAndTold(printed);
    }

    /** A tagged PDF with bookmarks: read aloud, and found one's way in (PDF/UA; WCAG 2.4.5). */
    @Test
    void thePdfIsTaggedAndBookmarked() throws IOException {
        var pdf = Files.readString(print("gimic", "fr", folder).resolve("guide.pdf"), StandardCharsets.ISO_8859_1);
        assertThat(pdf).startsWith("%PDF").contains("/MarkInfo", "/Outlines", "/StructTreeRoot", "/Lang");
    }

    private static Path print(String tenant, String language, Path target) {
        var edition = author.write(
                server.bean(Tenants.class).get(new TenantId(tenant)), Locale.forLanguageTag(language), DAY, _ -> {});
        var press = new Press(browsers);
        if (Boolean.getBoolean("poterne.write-guides")) {
            press.print(edition, KEPT);
        }
        return press.print(edition, target);
    }

    private static void everyPictureIsSmallAndTold(Path guide) throws IOException {
        try (var files = Files.walk(guide)) {
            var pictures =
                    files.filter(file -> file.toString().endsWith(".png")).toList();
            assertThat(pictures).hasSizeGreaterThan(5);
            for (var picture : pictures) {
                assertThat(Files.size(picture)).as(picture.toString()).isLessThan(Picture.MOST);
                var told =
                        picture.resolveSibling(picture.getFileName().toString().replace(".png", ".txt"));
                assertThat(Files.readString(told)).as(told.toString()).isNotBlank();
            }
        }
    }

    private static List<String> findings(Path guide) {
        try (var context = browsers.plain()) {
            var page = context.newPage();
            page.navigate(guide.resolve("index.html").toUri().toString());
            return new AxeBuilder(page)
                    .analyze().getViolations().stream()
                            .map(rule -> rule.getId() + ": " + rule.getNodes())
                            .toList();
        }
    }
}
