package org.poterne.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.house.House;
import org.poterne.house.RawRequest;

/** The pictures that the operator made, and nothing else of the operator's disk. */
class PicturesFlowTests {

    private static final House HOUSE = House.open();
    private static final Path FOLDER = HOUSE.data().resolve("guides/voisine/fr/forgotten-password");

    @BeforeAll
    static void pictures() throws IOException {
        Files.createDirectories(FOLDER);
        ImageIO.write(
                new BufferedImage(390, 240, BufferedImage.TYPE_BYTE_GRAY),
                "png",
                FOLDER.resolve("2.png").toFile());
        Files.writeString(FOLDER.resolve("2.txt"), "Le lien « Mot de passe oublié ? », entouré.\n");
        Files.writeString(FOLDER.resolve("3.png"), "<svg onload=\"alert(1)\">: no picture, and longer than its header");
        Files.writeString(FOLDER.resolve("secret.png"), "nobody's");
        Files.writeString(HOUSE.data().resolve("guides/outside.png"), "nobody's");
    }

    @Test
    void aPictureStandsBesideItsStepWithItsWordsAndItsSize() {
        var page = HOUSE.visitor().get("/voisine/help/forgotten-password").page();
        var picture = page.select(".guide > li").get(1).select("img");
        assertThat(picture.attr("src")).isEqualTo("/voisine/help/forgotten-password/fr/2.png");
        assertThat(picture.attr("alt")).isEqualTo("Le lien « Mot de passe oublié ? », entouré.");
        assertThat(picture.attr("width")).isEqualTo("390");
        assertThat(picture.attr("height")).isEqualTo("240");
        assertThat(picture.attr("loading")).isEqualTo("lazy");
        assertThat(page.select(".guide img"))
                .as("what is no picture is left out")
                .hasSize(1);
        assertThat(HOUSE.visitor().get("/neutre/help/forgotten-password").page().select(".guide img"))
                .isEmpty();
    }

    @Test
    void aPictureIsServedAsOneAndKeptForAWhile() {
        var seen = HOUSE.visitor().get("/voisine/help/forgotten-password/fr/2.png");
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.header("Content-Type")).isEqualTo("image/png");
        assertThat(seen.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(seen.header("Cache-Control")).contains("max-age=600");
        assertThat(seen.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/voisine/help/forgotten-password/fr/1.png",
                "/voisine/help/forgotten-password/fr/3.png",
                "/voisine/help/forgotten-password/fr/0.png",
                "/voisine/help/forgotten-password/fr/02.png",
                "/voisine/help/forgotten-password/fr/100.png",
                "/voisine/help/forgotten-password/fr/2.txt",
                "/voisine/help/forgotten-password/fr/2",
                "/voisine/help/forgotten-password/fr/secret.png",
                "/voisine/help/forgotten-password/en/2.png",
                "/voisine/help/forgotten-password/FR/2.png",
                "/voisine/help/nothing/fr/2.png",
                "/neutre/help/forgotten-password/fr/2.png",
                "/voisine/help/../../guides/outside.png",
                "/voisine/help/forgotten-password/../outside.png",
                "/voisine/help/forgotten-password/%2e%2e/2.png",
                "/voisine/help/%2e%2e/%2e%2e/2.png",
                "/voisine/help/forgotten-password/..%2f..%2foutside/2.png",
                "/voisine/help/forgotten-password/fr/..%2f..%2f..%2foutside.png",
                "/voisine/help/forgotten-password/fr/2.png%00.txt",
                "/voisine/help/forgotten-password/fr%5c..%5c/2.png"
            })
    void nothingElseOfTheDiskIsServed(String path) {
        var answer = RawRequest.send(
                HOUSE.address(),
                "GET " + path + " HTTP/1.1\nHost: " + HOUSE.address().getAuthority(),
                "");
        assertThat(answer).matches("(?s)HTTP/1.1 40[04] .*").doesNotContain("nobody's", "alert(1)");
    }
}
