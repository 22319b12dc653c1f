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
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.util.FileSystemUtils;

/**
 * Every procedure of the five tenants walked in a real browser, and its guide beside the one that is kept in {@code docs/guides}:
 * a page or a word that changed shows as a difference. {@code -Dpoterne.write-guides=true} keeps the new one instead.
 */
@Execution(ExecutionMode.CONCURRENT)
class GuidesTests {

    private static final Path KEPT = Path.of("../docs/guides");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    @TempDir
    private static Path folder;

    private static WalkedServer server;
    private static Cast cast;

    @BeforeAll
    static void open() {
        server = WalkedServer.start(Path.of("../tenants"), folder.resolve("data"));
        cast = new Cast(server);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"agora, fr", "extranet, fr", "metamots, fr", "jasmin, fr", "metamots, ar", "gimic, fr"})
    void theKeptGuideSaysWhatAPersonMeets(String tenant, String language) throws IOException {
        try (var browsers = TestBrowsers.start()) {
            var printed = print(browsers, tenant, language);
            var kept = KEPT.resolve(tenant).resolve(language).resolve("steps.txt");
            assertThat(Files.readString(printed.resolve("steps.txt")))
                    .as(
                            "the guide of %s in %s: if the pages are right, docs/guides/README.md says how it is kept",
                            tenant, language)
                    .isEqualTo(Files.readString(kept));
            assertThat(findings(browsers, printed)).isEmpty();
            everyPictureIsSmallAndTold(printed);
        }
    }

    /** A tagged PDF with bookmarks: read aloud, and found one's way in (PDF/UA; WCAG 2.4.5). */
    @Test
    void thePdfIsTaggedAndBookmarked() throws IOException {
        var guide = folder.resolve("pdf");
        FileSystemUtils.copyRecursively(KEPT.resolve("gimic/fr"), guide);
        try (var browsers = TestBrowsers.start()) {
            new Press(browsers).pdf(guide);
        }
        assertThat(Files.readString(guide.resolve("guide.pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF")
                .contains("/MarkInfo", "/Outlines", "/StructTreeRoot", "/Lang");
    }

    private static Path print(Browsers browsers, String tenant, String language) {
        var edition = new Author(server, browsers, cast)
                .write(
                        server.bean(Tenants.class).get(new TenantId(tenant)),
                        Locale.forLanguageTag(language),
                        DAY,
                        _ -> {});
        var press = new Press(browsers);
        if (Boolean.getBoolean("poterne.write-guides")) {
            press.print(edition, KEPT);
        }
        return press.print(edition, folder);
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

    private static List<String> findings(Browsers browsers, Path guide) {
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
