package org.poterne.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.house.House;
import org.poterne.house.RawRequest;

/** What a phone is given: a shell that is nobody's, a manifest, a worker; and a host to itself where the file says so. */
class ApplicationTests {

    private static final House HOUSE = House.open();
    private static final String PASSWORD = "une phrase assez longue";

    @Test
    void theShellIsNobodys() {
        var camille = HOUSE.withFreshBudgets().person("poche", PASSWORD);
        var visitor = Phone.signedIn(HOUSE, camille, PASSWORD);
        var seen = visitor.get("/poche/authenticator");
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body()).doesNotContain("Camille", camille.email(), "_csrf", "sign-out");
        assertThat(seen.header("Content-Security-Policy")).contains("manifest-src 'self'", "worker-src 'self'");
        assertThat(seen.page().select("script:not([src]), [style], [onclick]")).isEmpty();
    }

    @Test
    void theManifestStartsTheTenantsOwnApplication() {
        var seen = HOUSE.visitor().get("/poche/authenticator/manifest.webmanifest");
        assertThat(seen.header("Content-Type")).startsWith("application/manifest+json");
        var manifest = Phone.read(seen);
        assertThat(manifest.path("start_url").stringValue()).isEqualTo("/poche/authenticator");
        assertThat(manifest.path("scope").stringValue()).isEqualTo("/poche/authenticator");
        assertThat(manifest.path("display").stringValue()).isEqualTo("standalone");
        assertThat(manifest.path("name").stringValue()).isEqualTo("Authenticator – La Poche");
        for (var icon : manifest.path("icons")) {
            var picture = HOUSE.visitor().get(icon.path("src").stringValue());
            assertThat(picture.header("Content-Type")).isEqualTo("image/png");
            assertThat(picture.body()).contains("PNG", "IHDR");
        }
    }

    @Test
    void theWorkerSpeaksTheReadersLanguageAndKeepsNothingOfAnybody() {
        var french = HOUSE.visitor().get("/poche/authenticator/service-worker.js");
        assertThat(french.header("Service-Worker-Allowed")).isEqualTo("/poche/authenticator");
        assertThat(french.header("Content-Type")).isEqualTo("text/javascript;charset=UTF-8");
        assertThat(french.body())
                .contains("Demande d’approbation", "importScripts(\"/assets/")
                .doesNotContain("/api/");
        var english = HOUSE.visitor().get("/poche/authenticator/service-worker.js?language=en");
        assertThat(english.body()).contains("Approval request");
    }

    @Test
    void everyScriptNamesItsNeighboursAsTheyAreServed() {
        var page = HOUSE.visitor().get("/poche/authenticator");
        var script = HOUSE.visitor().get(page.first("script[src]").attr("src"));
        assertThat(script.status()).isEqualTo(200);
        assertThat(script.body()).doesNotContain("from \"./");
        var neighbours = Pattern.compile("from \"(/assets/[^\"]+)\"")
                .matcher(script.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(neighbours)
                .isNotEmpty()
                .allSatisfy(address ->
                        assertThat(HOUSE.visitor().get(address).status()).isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/veste/authenticator",
                "/veste/authenticator/manifest.webmanifest",
                "/veste/authenticator/service-worker.js",
                "/veste/look.css"
            })
    void itsOwnHostServesTheApplication(String path) {
        assertThat(there("GET " + path)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/veste/",
                "/veste/sign-in",
                "/veste/account/authenticators",
                "/veste/authenticators",
                "/veste/recovery",
                "/poche/authenticator",
                "/poche/look.css",
                "/gimic/sign-in"
            })
    void itsOwnHostServesNothingElse(String path) {
        assertThat(there("GET " + path)).startsWith("HTTP/1.1 404");
    }

    @Test
    void theOtherHostLeadsThere() {
        var answer = RawRequest.send(
                HOUSE.address(),
                "GET /veste/authenticator HTTP/1.1\nHost: " + HOUSE.address().getAuthority(),
                "");
        assertThat(answer)
                .startsWith("HTTP/1.1 303")
                .contains("Location: http://authenticator.localhost:" + port() + "/veste/authenticator");
    }

    @Test
    void theLinkLeadsThereToo() {
        var person = HOUSE.withFreshBudgets().person("veste", PASSWORD);
        var holder = Phone.signedIn(HOUSE, person, PASSWORD);
        var add = holder.submit(holder.get("/veste/account/authenticators"), Map.of());
        assertThat(add.first("a[href*=#bind=]").attr("href"))
                .startsWith("http://authenticator.localhost:" + port() + "/veste/authenticator#bind=");
    }

    private static String there(String line) {
        return RawRequest.send(HOUSE.address(), line + " HTTP/1.1\nHost: authenticator.localhost:" + port(), "");
    }

    private static int port() {
        return HOUSE.address().getPort();
    }
}
